package daybook.cli.store;

import daybook.cli.terminal.Arguments;
import daybook.cli.terminal.Progress;
import daybook.store.sql.backup.Contents;
import daybook.store.sql.backup.Watcher;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;

/** Shows how far a copy of a store has come, and what came of it. */
final class CopyProgress implements Watcher, AutoCloseable {

  private static final long MEGABYTE = 1_000_000;

  // Reading everything again takes a while only where there is much.
  private static final long MUCH = 100 * MEGABYTE;

  private final CommandSpec spec;
  private final Progress progress;
  private long total;

  CopyProgress(String what, CommandSpec spec) {
    this.spec = spec;
    this.progress = Progress.ofBytes(-1, what, spec);
  }

  @Override
  public void copied(long bytes, long all) {
    total = all;
    progress.of(bytes, all);
  }

  @Override
  public void checking() {
    progress.end();
    if (total >= MUCH) {
      spec.commandLine().getErr().println("Copied; reading all of it again to check it.");
    }
  }

  /** Says what a copy holds: its size, and how much of what. */
  static String told(Contents contents) {
    return String.format(
        Locale.ROOT,
        "%d.%d MB, %s in %d tables, checked.",
        contents.bytes() / MEGABYTE,
        contents.bytes() % MEGABYTE * 10 / MEGABYTE,
        Arguments.count(contents.allRows(), "row"),
        contents.rows().size());
  }

  @Override
  public void close() {
    progress.close();
  }
}
