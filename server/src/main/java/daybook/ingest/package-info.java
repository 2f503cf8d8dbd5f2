/** The write path: files become orders, orders become merged documents and rendered pieces. */
@NullMarked
package daybook.ingest;

import org.jspecify.annotations.NullMarked;
