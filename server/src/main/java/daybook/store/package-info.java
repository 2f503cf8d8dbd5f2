/** The storage port: what Daybook keeps, and the law that every store obeys. */
@NullMarked
package daybook.store;

import org.jspecify.annotations.NullMarked;
