package daybook.ingest;

/**
 * Counts what writing orders did to the store.
 *
 * @param added orders that were not there before
 * @param changed orders of which something new was learnt
 * @param unchanged orders of which everything was known
 */
public record Tally(long added, long changed, long unchanged) {

  /** Nothing written. */
  public static final Tally NONE = new Tally(0, 0, 0);

  /** Returns both together. */
  public Tally plus(Tally other) {
    return new Tally(added + other.added, changed + other.changed, unchanged + other.unchanged);
  }
}
