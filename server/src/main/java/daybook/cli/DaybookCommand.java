package daybook.cli;

import daybook.cli.store.BackupCommand;
import daybook.cli.store.CopyCommand;
import daybook.cli.store.MigrateCommand;
import daybook.cli.store.RestoreCommand;
import daybook.cli.store.SchemaCommand;
import daybook.cli.store.SqlCommand;
import daybook.cli.terminal.FailureReport;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The {@code daybook} command, which holds all others. */
@Command(
    name = "daybook",
    mixinStandardHelpOptions = true,
    versionProvider = DaybookCommand.Version.class,
    description = "Keeps an order history and serves it over Amazon's order-data APIs.",
    footer = {
      "",
      "Start with:  daybook serve --demo",
      "Every command has its own --help. Completion for bash and zsh:",
      "  source <(daybook generate-completion)"
    })
public final class DaybookCommand implements Runnable {

  /** The command has started something that goes on after it returns. */
  public static final int KEEP_RUNNING = -1;

  @Spec private @Nullable CommandSpec spec;

  // Built on demand: describing a command takes longer than running most of them.
  private static final Map<String, Supplier<Object>> SUBCOMMANDS = subcommands();

  /** Runs a command line and returns its exit code. */
  public static int run(String... args) {
    boolean one = args.length > 0 && SUBCOMMANDS.containsKey(args[0]) && !needsAll(args[0]);
    CommandLine line = commandLine(one ? Set.of(args[0]) : SUBCOMMANDS.keySet());
    line.setOut(utf8(System.out));
    line.setErr(utf8(System.err));
    return line.execute(args);
  }

  /** Returns the command line with all its commands. */
  static CommandLine commandLine() {
    return commandLine(SUBCOMMANDS.keySet());
  }

  private static CommandLine commandLine(Set<String> names) {
    CommandLine line = new CommandLine(new DaybookCommand());
    SUBCOMMANDS.forEach(
        (name, command) -> {
          if (names.contains(name)) {
            line.addSubcommand(name, command.get());
          }
        });
    return line.setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(new FailureReport())
        .setUsageHelpWidth(100);
  }

  // Completion is about all commands.
  private static boolean needsAll(String name) {
    return name.equals("generate-completion");
  }

  private static Map<String, Supplier<Object>> subcommands() {
    Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
    commands.put("serve", ServeCommand::new);
    commands.put("import", ImportCommand::new);
    commands.put("export", ExportCommand::new);
    commands.put("account", AccountCommand::new);
    commands.put("app", AppCommand::new);
    commands.put("grant", GrantCommand::new);
    commands.put("token", TokenCommand::new);
    commands.put("reindex", ReindexCommand::new);
    commands.put("backup", BackupCommand::new);
    commands.put("restore", RestoreCommand::new);
    commands.put("copy", CopyCommand::new);
    commands.put("migrate", MigrateCommand::new);
    commands.put("sql", SqlCommand::new);
    commands.put("schema", SchemaCommand::new);
    commands.put("settings", SettingsCommand::new);
    commands.put("warm-up", WarmUpCommand::new);
    commands.put("generate-completion", GenerateCompletion::new);
    return commands;
  }

  @Override
  public void run() {
    throw new ParameterException(Objects.requireNonNull(spec).commandLine(), "Name a command.");
  }

  private static PrintWriter utf8(PrintStream stream) {
    return new PrintWriter(stream, true, StandardCharsets.UTF_8);
  }

  /** Says which Daybook this is, and which Java it runs on. */
  static final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
      String version = DaybookCommand.class.getPackage().getImplementationVersion();
      return new String[] {
        "daybook " + (version == null ? "(not packaged)" : version),
        "java " + System.getProperty("java.version") + ", " + System.getProperty("java.vendor")
      };
    }
  }
}
