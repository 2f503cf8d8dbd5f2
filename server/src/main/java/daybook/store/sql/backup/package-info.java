/** Copies of a whole store: made while it is in use, checked, and put back. */
@NullMarked
package daybook.store.sql.backup;

import org.jspecify.annotations.NullMarked;
