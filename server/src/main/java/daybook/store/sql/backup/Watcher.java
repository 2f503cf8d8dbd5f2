package daybook.store.sql.backup;

/** Learns how far a copy has come. */
public interface Watcher {

  /** Hears how many bytes of how many have been copied. */
  void copied(long bytes, long total);

  /** Hears that all bytes are there and are being checked. */
  void checking();
}
