package daybook.cli.terminal;

/** What the exit codes of all commands mean. */
public final class ExitCode {

  /** Done. */
  public static final int OK = 0;

  /** The command ran, but could not do all it was asked for. */
  public static final int FAILED = 1;

  /** The command line, a setting or an argument is wrong. */
  public static final int USAGE = 2;

  private ExitCode() {}
}
