/** Hostile requests: made from a seed, sent to a server that runs, and judged by its answers. */
package daybook.fuzz;
