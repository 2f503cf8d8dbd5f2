/** Accounts, applications, grants and keys in SQL: the tables that belong to no single account. */
@NullMarked
package daybook.store.sql.directory;

import org.jspecify.annotations.NullMarked;
