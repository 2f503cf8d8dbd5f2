/** The composition root: the object graph, what starts and stops when, and the system clock. */
@NullMarked
package daybook.app;

import org.jspecify.annotations.NullMarked;
