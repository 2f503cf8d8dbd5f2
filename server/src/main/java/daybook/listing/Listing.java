package daybook.listing;

import daybook.store.Position;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A listing and the place in it where the asked-for page begins.
 *
 * @param conditions what the whole listing asks for
 * @param to UTC instant frozen at page one; rows beyond it belong to no page
 * @param after the last row of the page before; null for the first page
 */
public record Listing(Conditions conditions, Instant to, @Nullable Position after) {

  /** Returns the first page of a listing. */
  public static Listing first(Conditions conditions, Instant to) {
    return new Listing(conditions, to, null);
  }
}
