package daybook.ingest;

/** What to do about a file in which something is wrong. */
public enum OnError {
  /** Take nothing of that file, and end there. */
  STOP,
  /** Take the good records. */
  SKIP
}
