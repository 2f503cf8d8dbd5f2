package daybook.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * Pages of order reports as the bare SQL yields them: what a server on PostgreSQL cannot be faster
 * than.
 */
final class BarePostgres {

  private static final int PAGE = 100;

  // One row more than a page has tells whether it is the last one: Daybook asks for it too.
  private static final String READ =
      """
      SELECT body, sort_at, record_id FROM piece
      WHERE account_id = ? AND view_id = ? AND (sort_at, record_id) > (?, ?) AND sort_at <= ?
      ORDER BY sort_at, record_id LIMIT 101
      """;

  private static final String BEGINNINGS =
      """
      SELECT account_id, view_id, sort_at, record_id FROM (
        SELECT p.account_id, p.view_id, p.sort_at, p.record_id,
          row_number() OVER (PARTITION BY p.account_id, p.view_id ORDER BY p.sort_at, p.record_id) AS place,
          count(*) OVER (PARTITION BY p.account_id, p.view_id) AS places
        FROM kept_view k JOIN piece p ON p.account_id = k.account_id AND p.view_id = k.view_id
        WHERE k.name = 'orderReport2025') n
      WHERE place % 100 = 0 AND place + 100 <= places
      """;

  /** Where a page begins: after this row. */
  private record Beginning(String account, int view, long sortAt, String id) {}

  /** What one connection did. */
  private record Done(long[] nanos, long bytes) {}

  private BarePostgres() {}

  /** Starts a server with its durability on. */
  static void serve() throws IOException, InterruptedException {
    try (EmbeddedPostgres server =
        EmbeddedPostgres.builder()
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("shared_buffers", "1GB")
            .start()) {
      System.out.println("jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres");
      Thread.currentThread().join();
    }
  }

  private static Connection connect(String url) throws SQLException {
    return DriverManager.getConnection(url, "postgres", "postgres");
  }

  /** Writes where full pages begin. */
  static void collect(String url, Path out) throws SQLException, IOException {
    List<String> lines = new ArrayList<>();
    try (Connection connection = connect(url);
        PreparedStatement statement = connection.prepareStatement(BEGINNINGS);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        lines.add(
            String.join(
                "\t", rows.getString(1), rows.getString(2), rows.getString(3), rows.getString(4)));
      }
    }
    Collections.shuffle(lines, new Random(1));
    Files.write(out, lines);
  }

  /** Reads pages for some seconds; returns pages a second, bytes a page, p50 and p99 in us. */
  static String read(String url, Path list, int connections, int seconds)
      throws IOException, InterruptedException, ExecutionException {
    List<Beginning> pages =
        Files.readAllLines(list).stream()
            .map(line -> line.split("\t"))
            .map(c -> new Beginning(c[0], Integer.parseInt(c[1]), Long.parseLong(c[2]), c[3]))
            .toList();
    ExecutorService threads = Executors.newFixedThreadPool(connections);
    try {
      List<Callable<Done>> readers =
          IntStream.range(0, connections)
              .<Callable<Done>>mapToObj(
                  i -> () -> read(url, pages, pages.size() / connections * i, seconds))
              .toList();
      List<Done> all = new ArrayList<>();
      for (Future<Done> done : threads.invokeAll(readers)) {
        all.add(done.get());
      }
      long[] nanos = all.stream().flatMapToLong(done -> Arrays.stream(done.nanos())).toArray();
      Arrays.sort(nanos);
      long bytes = all.stream().mapToLong(Done::bytes).sum();
      return String.format(
          Locale.ROOT,
          "RESULT %.1f %d %d %d 0",
          (double) nanos.length / seconds,
          bytes / nanos.length,
          nanos[nanos.length / 2] / 1000,
          nanos[nanos.length * 99 / 100] / 1000);
    } finally {
      threads.shutdown();
    }
  }

  private static Done read(String url, List<Beginning> pages, int first, int seconds)
      throws SQLException {
    List<Long> nanos = new ArrayList<>();
    long bytes = 0;
    try (Connection connection = connect(url);
        PreparedStatement statement = connection.prepareStatement(READ)) {
      long end = System.nanoTime() + seconds * 1_000_000_000L;
      for (int i = first; System.nanoTime() < end; i++) {
        long start = System.nanoTime();
        bytes += read(statement, pages.get(i % pages.size()));
        nanos.add(System.nanoTime() - start);
      }
    }
    return new Done(nanos.stream().mapToLong(Long::longValue).toArray(), bytes);
  }

  private static long read(PreparedStatement statement, Beginning page) throws SQLException {
    statement.setString(1, page.account());
    statement.setInt(2, page.view());
    statement.setLong(3, page.sortAt());
    statement.setString(4, page.id());
    statement.setLong(5, Long.MAX_VALUE);
    long bytes = 0;
    try (ResultSet rows = statement.executeQuery()) {
      for (int row = 0; row < PAGE && rows.next(); row++) {
        bytes += rows.getBytes(1).length;
      }
    }
    return bytes;
  }
}
