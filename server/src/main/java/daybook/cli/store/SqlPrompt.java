package daybook.cli.store;

import daybook.cli.terminal.Complaint;
import daybook.store.StoreException;
import daybook.store.sql.query.QueryException;
import daybook.store.sql.query.ReadOnlyStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReader.Option;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.completer.StringsCompleter;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.TerminalBuilder;

/**
 * Asks a person for statements: with history, editing, and names completed by the tab key. Ctrl-C
 * ends a query, not the prompt. Nothing typed is kept on disk.
 */
final class SqlPrompt {

  private static final List<String> WORDS =
      List.of(".tables", ".columns", ".format", ".help", ".quit", "SELECT", "FROM", "WHERE");

  private final ReadOnlyStore store;
  private final SqlShell shell;
  private final PrintWriter err;

  SqlPrompt(ReadOnlyStore store, SqlShell shell, PrintWriter err) {
    this.store = store;
    this.shell = shell;
    this.err = err;
  }

  /** Asks whoever sits before this process until told to end. */
  void ask() {
    try (Terminal terminal = TerminalBuilder.builder().system(true).build()) {
      ask(terminal);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot use this terminal; pass statements with -c", e);
    }
  }

  /** Asks at a terminal until told to end. */
  void ask(Terminal terminal) {
    terminal.handle(Signal.INT, signal -> store.cancel());
    LineReader reader =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .completer(
                new StringsCompleter(
                    Stream.concat(WORDS.stream(), store.tables().keySet().stream()).toList()))
            .option(Option.DISABLE_EVENT_EXPANSION, true)
            .build();
    boolean more = true;
    while (more) {
      more = ask(reader);
    }
  }

  private boolean ask(LineReader reader) {
    try {
      return shell.line(reader.readLine(shell.isWithinStatement() ? "    ...> " : "daybook> "));
    } catch (UserInterruptException e) {
      shell.forget();
      return true;
    } catch (EndOfFileException e) {
      return false;
    } catch (QueryException | StoreException | Complaint e) {
      err.println(e.getMessage());
      return true;
    }
  }
}
