package daybook.bench;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** What the scripts in {@code bench} ask of Java, one word each. */
public final class Bench {

  /** Where all worlds measured here end, so that every run makes the same ones. */
  static final Instant END = Instant.parse("2025-11-01T00:00:00Z");

  private static final String USAGE =
      """
      store DIR ORDERS ACCOUNTS          makes a store with accounts, an application and grants
      empty DIR                          makes a store with one account and no orders
      file FILE SHAPE ORDERS             writes the orders of one account, one a line
      pages URL DIR OUT PAGES            collects pages of the store in DIR, served at URL
      settings DIR                       writes the settings of a store that is to be measured
      operation URL DIR OUT PAGES NAME   collects pages of an operation of the demo world in DIR
      postgres                           starts a PostgreSQL, says its JDBC URL and serves until killed
      bare-pages URL OUT                 writes where the pages of order reports begin, in random order
      bare URL FILE CONNECTIONS SECONDS  reads those pages through the driver alone
      """;

  private Bench() {}

  /** Does what the first word says. */
  public static void main(String[] words) throws Exception {
    List<String> args = List.of(words);
    switch (args.isEmpty() ? "" : args.get(0)) {
      case "store" ->
          Stores.fill(
              Path.of(args.get(1)), Long.parseLong(args.get(2)), Integer.parseInt(args.get(3)));
      case "empty" -> Stores.fill(Path.of(args.get(1)), 0, 1);
      case "file" ->
          ImportFile.write(Path.of(args.get(1)), args.get(2), Long.parseLong(args.get(3)));
      case "pages" ->
          StorePages.collect(
              args.get(1),
              Path.of(args.get(2)),
              Path.of(args.get(3)),
              Integer.parseInt(args.get(4)));
      case "settings" -> Stores.configure(Path.of(args.get(1)));
      case "operation" ->
          new OperationPages(args.get(1), Path.of(args.get(2)), Path.of(args.get(3)))
              .collect(args.get(5), Integer.parseInt(args.get(4)));
      case "postgres" -> BarePostgres.serve();
      case "bare-pages" -> BarePostgres.collect(args.get(1), Path.of(args.get(2)));
      case "bare" ->
          System.out.println(
              BarePostgres.read(
                  args.get(1),
                  Path.of(args.get(2)),
                  Integer.parseInt(args.get(3)),
                  Integer.parseInt(args.get(4))));
      default -> {
        System.err.print(USAGE);
        System.exit(2);
      }
    }
  }
}
