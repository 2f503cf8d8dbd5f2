/** The engine of the conformance kit: requests, answers, tables of rules, and the report. */
package conformance;
