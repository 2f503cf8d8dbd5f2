package daybook.cli.store;

import daybook.cli.terminal.Progress;
import daybook.store.sql.copy.CopyWatcher;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Shows how far the copy of a store to another place has come, step by step. */
final class StoreCopyProgress implements CopyWatcher, AutoCloseable {

  // A bar is redrawn a few times a second; rows pass a thousand times as often.
  private static final int EVERY = 500;

  private final CommandSpec spec;
  private @Nullable Progress progress;
  private long rows;

  StoreCopyProgress(CommandSpec spec) {
    this.spec = spec;
  }

  @Override
  public void begins(Step step, long expected) {
    close();
    rows = 0;
    String what = step == Step.COPYING ? "Copying" : "Checking";
    progress = expected > 0 ? Progress.upTo(expected, what, spec) : Progress.counting(what, spec);
  }

  @Override
  public void row() {
    rows++;
    Progress shown = progress;
    if (shown != null && rows % EVERY == 0) {
      shown.reached(rows);
    }
  }

  @Override
  public void close() {
    if (progress != null) {
      progress.close();
      progress = null;
    }
  }
}
