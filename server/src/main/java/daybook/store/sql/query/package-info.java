/** Questions that a person asks a store in SQL, answered without a chance to change it. */
@NullMarked
package daybook.store.sql.query;

import org.jspecify.annotations.NullMarked;
