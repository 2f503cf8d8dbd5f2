/** What is kept of buckets that several nodes share: the port, which knows no way of counting. */
@NullMarked
package daybook.store.bucket;

import org.jspecify.annotations.NullMarked;
