/** Shared buckets in SQL: one table of accounts, and four statements on it. */
@NullMarked
package daybook.store.sql.bucket;

import org.jspecify.annotations.NullMarked;
