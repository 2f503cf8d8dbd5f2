/** Many rows at once, in the form that an engine takes them in quickest; knows no connection. */
@NullMarked
package daybook.store.sql.bulk;

import org.jspecify.annotations.NullMarked;
