/**
 * The store on a SQL database: one SQLite file, reached through JDBC.
 *
 * <p>{@link daybook.store.sql.SqlStore} is the way in. What only SQLite does stands in {@code
 * SqliteDialect}; tables stand in {@code daybook/store/sql} of the resources.
 */
@NullMarked
package daybook.store.sql;

import org.jspecify.annotations.NullMarked;
