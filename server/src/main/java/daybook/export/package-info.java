/** The way out: the records of an account, written to files in the shapes they came in. */
@NullMarked
package daybook.export;

import org.jspecify.annotations.NullMarked;
