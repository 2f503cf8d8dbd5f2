package daybook.cli.terminal;

import daybook.access.RegistrarException;
import daybook.config.SettingsException;
import daybook.store.StoreException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Tells what went wrong in one line, and shows a stack trace only for a defect of ours. */
public final class FailureReport implements IExecutionExceptionHandler {

  @Override
  public int handleExecutionException(Exception failure, CommandLine line, ParseResult parsed) {
    PrintWriter err = line.getErr();
    if (failure instanceof Complaint
        || failure instanceof SettingsException
        || failure instanceof RegistrarException) {
      err.println("daybook: " + failure.getMessage());
      return ExitCode.USAGE;
    }
    if (failure instanceof UncheckedIOException) {
      err.println("daybook: " + failure.getMessage());
      return ExitCode.FAILED;
    }
    if (failure instanceof StoreException store && store.kind() != StoreException.Kind.UNEXPECTED) {
      err.println("daybook: " + failure.getMessage());
      return ExitCode.FAILED;
    }
    err.println("daybook: this is a defect of Daybook, please report it:");
    failure.printStackTrace(err);
    return ExitCode.FAILED;
  }
}
