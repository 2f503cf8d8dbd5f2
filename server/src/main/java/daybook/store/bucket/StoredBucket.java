package daybook.store.bucket;

import java.time.Instant;

/**
 * What is kept of a bucket.
 *
 * @param plan the usage plan it was filled by, in words of whoever counts
 * @param asOf UTC instant of its last change, by the clock of the node that made it; milliseconds
 * @param fullAt UTC instant at which it is surely full again, so that nothing is lost with it;
 *     milliseconds
 * @param state what is in it, in the notation of whoever counts
 */
public record StoredBucket(String plan, Instant asOf, Instant fullAt, byte[] state) {}
