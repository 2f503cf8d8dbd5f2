package daybook.domain;

import java.time.Instant;

/**
 * When a view of a record was true, so that an older view never overwrites a newer one.
 *
 * @param instant UTC instant at which the source showed it (for a file: when it was last changed)
 * @param sequence place within the source, which orders views of the same instant
 */
public record AsOf(Instant instant, long sequence) implements Comparable<AsOf> {

  @Override
  public int compareTo(AsOf other) {
    int byInstant = instant.compareTo(other.instant);
    return byInstant != 0 ? byInstant : Long.compare(sequence, other.sequence);
  }
}
