package daybook.bench;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** What {@code bench/run} asks of Java, one word each. */
public final class Bench {

  /** Where all worlds measured here end, so that every run makes the same ones. */
  static final Instant END = Instant.parse("2025-11-01T00:00:00Z");

  private static final String USAGE =
      """
      store DIR ORDERS ACCOUNTS          makes a store with accounts, an application and grants
      empty DIR                          makes a store with one account and no orders
      file FILE SHAPE ORDERS             writes the orders of one account, one a line
      pages URL DIR OUT PAGES            collects pages of the store in DIR, served at URL
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
          new PageCollector(
                  args.get(1), Credentials.read(Path.of(args.get(2))), Path.of(args.get(3)))
              .collect(Integer.parseInt(args.get(4)));
      default -> {
        System.err.print(USAGE);
        System.exit(2);
      }
    }
  }
}
