/**
 * Measures a built Daybook: makes stores and files, collects pages, and runs the JMH benchmarks.
 */
@NullMarked
package daybook.bench;

import org.jspecify.annotations.NullMarked;
