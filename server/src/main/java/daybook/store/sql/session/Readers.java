package daybook.store.sql.session;

import daybook.store.sql.session.Sessions.Work;

/** Lends sessions for reading. */
public interface Readers {

  /** Reads, seeing for the length of each statement what was committed when it began. */
  <T> T read(Work<T> work);

  /** Reads, seeing in all statements what was committed when the first of them began. */
  <T> T readTogether(Work<T> work);

  /** Returns what the engine does in its own way. */
  Dialect dialect();

  /** Says whether the thread that reads may wait, and read for long. */
  boolean mayWait();
}
