package daybook.operation.orders0;

import daybook.listing.Conditions;
import java.time.Instant;
import java.util.Optional;

/** Which of its two dates a listing goes by (CONTRACT 1.5 #1 to #4). */
enum Family {
  /** By the date of the order. */
  CREATED("CreatedAfter", "CreatedBefore"),
  /** By the date of the last change. */
  UPDATED("LastUpdatedAfter", "LastUpdatedBefore");

  private final String after;
  private final String before;

  Family(String after, String before) {
    this.after = after;
    this.before = before;
  }

  /** Returns the parameter with the lower end of the range, which is inclusive. */
  String after() {
    return after;
  }

  /** Returns the parameter with the upper end, inclusive too; answers echo it under this name. */
  String before() {
    return before;
  }

  /** Returns the one that was asked for; nothing for a listing by identifiers alone. */
  static Optional<Family> of(Conditions conditions) {
    if (conditions.get(UPDATED.after).isPresent()) {
      return Optional.of(UPDATED);
    }
    return conditions.get(CREATED.after).isPresent() ? Optional.of(CREATED) : Optional.empty();
  }

  /** Returns the lower end of a listing's range. */
  Instant from(Conditions conditions) {
    return conditions.get(after).map(Instant::parse).orElseThrow();
  }
}
