package daybook.cli.terminal;

import java.io.PrintWriter;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Shows how far a long command has come: a bar on a terminal, now and then a line elsewhere.
 *
 * <p>Everything goes to standard error, so that standard output stays for results.
 */
public final class Progress implements AutoCloseable {

  // Set by the launcher: Java itself can't tell reliably whether standard error is a terminal.
  private static final boolean ON_TERMINAL = Boolean.getBoolean("daybook.terminal");

  private static final int LINES = 10;

  // Small files need no lines at all.
  private static final long LINE_EVERY_BYTES = 10_000_000;

  private final String what;
  private final PrintWriter err;
  private final @Nullable ProgressBar bar;
  private long total;
  private long nextLineAt;

  private Progress(String what, long total, String unit, long unitSize, CommandSpec spec) {
    this.what = what;
    this.total = total;
    this.err = spec.commandLine().getErr();
    this.nextLineAt = Math.max(1, total / LINES);
    this.bar =
        ON_TERMINAL
            ? new ProgressBarBuilder()
                .setTaskName(what)
                .setInitialMax(total)
                .setUnit(unit, unitSize)
                .setStyle(ProgressBarStyle.ASCII)
                .showSpeed()
                .build()
            : null;
  }

  /** Shows a count whose end is not known. */
  public static Progress counting(String what, CommandSpec spec) {
    return new Progress(what, -1, "", 1, spec);
  }

  /** Shows a count up to a known end. */
  public static Progress upTo(long total, String what, CommandSpec spec) {
    return new Progress(what, total, "", 1, spec);
  }

  /** Shows bytes up to a known number, or without end when it is negative. */
  public static Progress ofBytes(long total, String what, CommandSpec spec) {
    return new Progress(what, total, "MB", 1_000_000, spec);
  }

  /** Tells how far it has come. */
  public void reached(long count) {
    if (bar != null) {
      bar.stepTo(count);
    } else if (total > 0 && count >= nextLineAt && count < total) {
      err.println(what + ": " + count * 100 / total + " %");
      long step = Math.max(1, total / LINES);
      nextLineAt = count / step * step + step;
    }
  }

  /** Tells how far it has come, of a total that is learnt on the way; -1 while nobody knows. */
  public void of(long count, long newTotal) {
    if (newTotal > 0 && newTotal != total) {
      total = newTotal;
      nextLineAt = Math.max(LINE_EVERY_BYTES, total / LINES);
      if (bar != null) {
        bar.maxHint(total);
      }
    }
    reached(count);
  }

  /** Ends with a line that says what came of it. */
  public void done(String message) {
    end();
    err.println(message);
  }

  /** Takes the bar away, so that what is printed next stands on a line of its own. */
  public void end() {
    total = 0;
    if (bar != null) {
      bar.close();
    }
  }

  @Override
  public void close() {
    end();
  }
}
