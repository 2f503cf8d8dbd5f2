package daybook.store.sql.copy;

/** Is told how far a copy has come. */
public interface CopyWatcher {

  /** Looks at nothing. */
  CopyWatcher NONE =
      new CopyWatcher() {
        @Override
        public void begins(Step step, long expected) {}

        @Override
        public void row() {}
      };

  /** What is being done. */
  enum Step {
    /** Rows are read on both sides, and written where they differ. */
    COPYING,
    /** Both sides are read again and added up. */
    CHECKING
  }

  /**
   * A step begins.
   *
   * @param expected about how many rows it has to pass, -1 if nobody knows
   */
  void begins(Step step, long expected);

  /** A row was passed. */
  void row();
}
