package daybook;

import daybook.cli.DaybookCommand;

/** The entry of the process: hands the command line over and ends with its exit code. */
public final class Main {

  private Main() {}

  /** Runs the command line. */
  public static void main(String[] args) {
    int exitCode = DaybookCommand.run(args);
    // A server keeps running on its own threads until the process is told to stop.
    if (exitCode != DaybookCommand.KEEP_RUNNING) {
      System.exit(exitCode);
    }
  }
}
