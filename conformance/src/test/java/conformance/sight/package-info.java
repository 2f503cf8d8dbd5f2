/** What cases see of a target: its operations, its data, and ways to ask. */
package conformance.sight;
