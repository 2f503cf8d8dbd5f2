/** Moving a whole store to another place, whatever the engines: row by row, in bounded memory. */
@NullMarked
package daybook.store.sql.copy;

import org.jspecify.annotations.NullMarked;
