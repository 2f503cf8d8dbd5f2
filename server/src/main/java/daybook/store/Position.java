package daybook.store;

import java.time.Instant;

/**
 * A place within a listing: the row after which the next page begins.
 *
 * @param sortInstant UTC instant of the row, in milliseconds
 * @param id identifier of the row's record
 */
public record Position(Instant sortInstant, String id) {}
