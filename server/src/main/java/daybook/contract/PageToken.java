package daybook.contract;

import daybook.store.Position;
import java.time.Instant;

/**
 * What a page token carries from one page to the next.
 *
 * @param query the operation's query in a canonical text of its own, to be compared or restored
 * @param upperBound UTC instant frozen at page one; rows beyond it belong to no page
 * @param position the last row of the page before
 */
public record PageToken(String query, Instant upperBound, Position position) {}
