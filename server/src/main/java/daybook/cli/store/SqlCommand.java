package daybook.cli.store;

import daybook.cli.terminal.Complaint;
import daybook.cli.terminal.ExitCode;
import daybook.cli.terminal.WorkspaceOptions;
import daybook.store.sql.query.QueryException;
import daybook.store.sql.query.ReadOnlyStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code daybook sql}: questions to the store that can't change it. */
@Command(
    name = "sql",
    mixinStandardHelpOptions = true,
    description = {
      "Answers questions in SQL; the store can't be changed here.",
      "",
      "On a terminal it asks for statements; .help tells what else it takes. Otherwise it reads them",
      "from standard input and ends at the first that fails. docs/queries.md describes the views.",
      ""
    })
public final class SqlCommand implements Callable<Integer> {

  // Set by the launcher: whether both ends of the conversation are a terminal.
  private static final boolean ASKED_BY_A_PERSON = Boolean.getBoolean("daybook.prompt");

  @Mixin private WorkspaceOptions workspace = new WorkspaceOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = {"-c", "--command"},
      paramLabel = "SQL",
      description = "Runs this instead; may be repeated.")
  private List<String> commands = List.of();

  @Option(
      names = "--format",
      paramLabel = "table|csv|json",
      description = "How rows are printed (default: ${DEFAULT-VALUE}).",
      defaultValue = "table")
  private String format = "table";

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Most rows of an answer, 0 for all (default: 1000 in a table, else all).")
  private @Nullable Integer limit;

  @Override
  public Integer call() {
    Layout layout = SqlShell.layout(format);
    if (limit != null && limit < 0) {
      throw new Complaint("--limit must not be negative");
    }
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    try (ReadOnlyStore store = ReadOnlyStore.open(workspace.storeFile())) {
      SqlShell shell = new SqlShell(store, layout, limit, new SqlShell.Output(out, err));
      if (commands.isEmpty() && ASKED_BY_A_PERSON) {
        out.println(
            "Queries end with a semicolon; .tables lists views and tables, .help the rest.");
        new SqlPrompt(store, shell, err).ask();
      } else {
        read(shell);
      }
      return ExitCode.OK;
    } catch (QueryException e) {
      out.flush();
      err.println("daybook: " + e.getMessage());
      return ExitCode.FAILED;
    }
  }

  private void read(SqlShell shell) {
    if (commands.isEmpty()) {
      readInput(shell);
      return;
    }
    for (String command : commands) {
      if (!shell.line(command)) {
        return;
      }
      shell.finish();
    }
  }

  private static void readInput(SqlShell shell) {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    try {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!shell.line(line)) {
          return;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read standard input", e);
    }
    shell.finish();
  }
}
