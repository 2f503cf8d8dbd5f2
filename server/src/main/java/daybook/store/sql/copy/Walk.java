package daybook.store.sql.copy;

import org.jspecify.annotations.Nullable;

/** A walk along both sides of a copy in the order of keys, which finds where they differ. */
final class Walk {

  /** What is done about a difference. */
  interface Changes {

    /** Takes a row of the source that the target lacks, or has otherwise. */
    void put(Row row, boolean replaces);

    /** Takes a row of the target that the source lacks. */
    void drop(Row row);
  }

  private Walk() {}

  /** Walks to the end of both, and tells how many rows of the source were passed. */
  static void along(RowPages source, RowPages target, Changes changes, CopyWatcher passed) {
    Row ours = source.next();
    Row theirs = target.next();
    while (ours != null || theirs != null) {
      int order = order(ours, theirs);
      if (order < 0) {
        changes.put(known(ours), false);
      } else if (order > 0) {
        changes.drop(known(theirs));
      } else if (!known(ours).holdsTheSameAs(known(theirs))) {
        changes.put(known(ours), true);
      }
      if (order <= 0) {
        passed.row();
        ours = source.next();
      }
      if (order >= 0) {
        theirs = target.next();
      }
    }
  }

  // Whichever has come to its end is behind everything of the other.
  private static int order(@Nullable Row ours, @Nullable Row theirs) {
    if (ours == null || theirs == null) {
      return ours == null ? 1 : -1;
    }
    return ours.compareTo(theirs);
  }

  private static Row known(@Nullable Row row) {
    if (row == null) {
      throw new IllegalStateException("only one side has come to its end");
    }
    return row;
  }
}
