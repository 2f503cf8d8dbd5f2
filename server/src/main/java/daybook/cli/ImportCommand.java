package daybook.cli;

import daybook.app.Workspace;
import daybook.cli.terminal.Arguments;
import daybook.cli.terminal.ExitCode;
import daybook.cli.terminal.Progress;
import daybook.cli.terminal.WorkspaceOptions;
import daybook.document.Defaults;
import daybook.ingest.ImportOptions;
import daybook.ingest.ImportReport;
import daybook.ingest.OnError;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code daybook import}: brings saved answers into the store. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Imports saved answers of the reporting and reconciliation operations.",
      "",
      "Reads Reporting 2025-06-09 and 2021-01-08 and Reconciliation 2021-01-08: whole answers,",
      "arrays of records, or one record a line; plain or gzip. The shape is recognised. Importing",
      "the same files again changes nothing.",
      ""
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:everything was taken",
      "1:something was refused",
      "2:the command line is wrong"
    })
final class ImportCommand implements Callable<Integer> {

  @Mixin private WorkspaceOptions workspace = new WorkspaceOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Files and directories; - is standard input.")
  private List<String> files = List.of();

  @Option(
      names = "--account",
      paramLabel = "ID",
      description = "Whose orders they are (default: the only account there is).")
  private @Nullable String account;

  @Option(
      names = "--region",
      paramLabel = "CODE",
      description = "Region of orders that show none; Reporting 2021 never does.")
  private @Nullable String region;

  @Option(
      names = "--on-error",
      paramLabel = "stop|skip",
      description = {
        "stop: take nothing of a file with a fault, and end there (the default);",
        "skip: take the good orders."
      },
      defaultValue = "stop")
  private OnError onError = OnError.STOP;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "When the files were true (default: when each was last changed).")
  private @Nullable String asOf;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = {
        "Where to write what was refused, one JSON object a line (default: a new file in the",
        "data directory, if there is anything to write)."
      })
  private @Nullable Path report;

  @Override
  public Integer call() {
    Defaults defaults = new Defaults(Arguments.region(region));
    Instant trueAt = Arguments.instant(asOf);
    try (Workspace open = workspace.open()) {
      Path dataDir = open.settings().store().dataDir();
      ImportOptions options =
          new ImportOptions(
              Arguments.account(open, account).id(), defaults, onError, trueAt, dataDir);
      Path problemFile =
          report != null ? report : ProblemReport.newFile(dataDir, open.clock().instant());
      try (ProblemReport problems = new ProblemReport(problemFile, spec);
          Progress progress = Progress.ofBytes(-1, "Importing", spec)) {
        ImportReport result =
            open.fileImport(System.in)
                .run(files, options, problems, (read, total, records) -> progress.of(read, total));
        progress.end();
        problems.summarise();
        return tell(result);
      }
    }
  }

  private int tell(ImportReport result) {
    spec.commandLine()
        .getOut()
        .printf(
            "Read %s in %s: %d added, %d changed, %d unchanged, %d refused.%n",
            Arguments.count(result.read(), "record"),
            Arguments.count(result.files(), "file"),
            result.written().added(),
            result.written().changed(),
            result.written().unchanged(),
            result.refused());
    if (result.stoppedAt() != null) {
      spec.commandLine()
          .getOut()
          .printf(
              "Stopped at %s, of which nothing was kept. --on-error=skip keeps the good orders.%n",
              result.stoppedAt());
    }
    return result.refused() == 0 ? ExitCode.OK : ExitCode.FAILED;
  }
}
