/** The catalogue: the one list of all operations, views and shapes. */
@NullMarked
package daybook.operation;

import org.jspecify.annotations.NullMarked;
