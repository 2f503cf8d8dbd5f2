package daybook.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
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
    subcommands = {
      ServeCommand.class,
      ImportCommand.class,
      ExportCommand.class,
      AccountCommand.class,
      AppCommand.class,
      GrantCommand.class,
      TokenCommand.class,
      ReindexCommand.class,
      SettingsCommand.class,
      WarmUpCommand.class,
      GenerateCompletion.class
    },
    footer = {
      "",
      "Start with:  daybook serve --demo",
      "Every command has its own --help. Completion for bash and zsh:",
      "  source <(daybook generate-completion)"
    })
public final class DaybookCommand implements Runnable {

  /** Done. */
  static final int OK = 0;

  /** The command ran, but could not do all it was asked for. */
  static final int FAILED = 1;

  /** The command line, a setting or an argument is wrong. */
  static final int USAGE = 2;

  /** The command has started something that goes on after it returns. */
  public static final int KEEP_RUNNING = -1;

  @Spec private @Nullable CommandSpec spec;

  /** Runs a command line and returns its exit code. */
  public static int run(String... args) {
    CommandLine line = commandLine();
    line.setOut(utf8(System.out));
    line.setErr(utf8(System.err));
    return line.execute(args);
  }

  /** Returns the command line with its ways to report errors. */
  static CommandLine commandLine() {
    return new CommandLine(new DaybookCommand())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(new FailureReport())
        .setUsageHelpWidth(100);
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
