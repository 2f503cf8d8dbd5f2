package daybook.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an account holds.
 *
 * @param records how many records
 * @param first UTC instant of the oldest, null when there is none
 * @param last UTC instant of the newest, null when there is none
 */
public record Holdings(long records, @Nullable Instant first, @Nullable Instant last) {}
