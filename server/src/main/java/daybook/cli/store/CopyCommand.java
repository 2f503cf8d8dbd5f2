package daybook.cli.store;

import daybook.app.StorePlace;
import daybook.cli.terminal.Arguments;
import daybook.cli.terminal.Complaint;
import daybook.cli.terminal.ExitCode;
import daybook.config.SettingsInput;
import daybook.store.sql.copy.Comparison;
import daybook.store.sql.copy.StoreCopy;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code daybook copy}: everything a store holds, moved to another place or engine. */
@Command(
    name = "copy",
    mixinStandardHelpOptions = true,
    description = {
      "Copies everything a store holds to another place, from one engine to another too.",
      "",
      "A store is named by its data directory, its file, or the URL of its database. A copy that was",
      "broken off goes on with the same command, and cannot be opened before it is finished: when",
      "both hold the same, row by row, which is checked at the end. The source is only read.",
      ""
    })
public final class CopyCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--from",
      required = true,
      paramLabel = "STORE",
      description = "Data directory, file, or jdbc:postgresql://host/name.")
  private String from = "";

  @Option(
      names = "--to",
      required = true,
      paramLabel = "STORE",
      description = {
        "The same; a directory or database that holds nothing, or an unfinished copy.",
        "User and password of databases: DAYBOOK_STORE_USER, DAYBOOK_STORE_PASSWORD."
      })
  private String to = "";

  @Option(
      names = "--update",
      description =
          "Brings a finished copy up to what the source holds now; what was written to the copy is"
              + " lost.")
  private boolean update;

  @Option(names = "--verify", description = "Compares both and writes nothing.")
  private boolean verify;

  @Option(
      names = "--by-account",
      description = "Prints a line for each account and table, however many there are.")
  private boolean byAccount;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Settings file that says how databases are reached.")
  private @Nullable Path config;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Overrides a setting; may be repeated. 'daybook settings' lists them.")
  private Map<String, String> overrides = new LinkedHashMap<>();

  @Override
  public Integer call() {
    SettingsInput input = new SettingsInput(overrides, System.getenv(), config);
    StorePlace source = StorePlace.of(from, input);
    StorePlace target = StorePlace.of(to, input);
    from = source.options().name();
    to = target.options().name();
    mustBeThere(source);
    if (source.options().name().equals(target.options().name())) {
      throw new Complaint("--from and --to name the same store");
    }
    if (verify) {
      mustBeThere(target);
    }
    try (StoreCopyProgress progress = new StoreCopyProgress(spec);
        StoreCopy copy =
            verify
                ? StoreCopy.openToCheck(source.options(), target.options(), progress)
                : StoreCopy.open(source.options(), target.options(), progress)) {
      return verify ? compare(copy, progress) : copy(copy, progress);
    }
  }

  private static void mustBeThere(StorePlace place) {
    if (!place.exists()) {
      throw new Complaint("there is no store " + place.options().name());
    }
  }

  private int copy(StoreCopy copy, StoreCopyProgress progress) {
    StoreCopy.Outcome outcome = copy.run(update);
    progress.close();
    PrintWriter out = spec.commandLine().getOut();
    ComparisonTable.print(outcome.tables(), byAccount, out);
    out.println(
        outcome.written() == 0
            ? to + " holds all of " + from + " already; nothing was changed."
            : "Copied "
                + from
                + " to "
                + to
                + ": "
                + Arguments.count(outcome.written(), "row")
                + " written; both hold the same.");
    return ExitCode.OK;
  }

  private int compare(StoreCopy copy, StoreCopyProgress progress) {
    List<Comparison> tables = copy.check();
    progress.close();
    PrintWriter out = spec.commandLine().getOut();
    ComparisonTable.print(tables, byAccount, out);
    if (copy.isUnfinished()) {
      out.println(to + " is an unfinished copy; the same command without --verify goes on.");
      return ExitCode.FAILED;
    }
    boolean same = tables.stream().allMatch(Comparison::same);
    out.println(same ? "Both hold the same." : "They differ.");
    return same ? ExitCode.OK : ExitCode.FAILED;
  }
}
