package daybook.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A PostgreSQL server of a test's own, as durable as it is by default, which may be killed, frozen,
 * filled up and promoted. It asks for passwords.
 */
final class PostgresCluster implements AutoCloseable {

  static final String USER = "daybook";
  static final String PASSWORD = "open-sesame-4711";

  private static final String DATABASE = "daybook";
  private static final String OWNER = "postgres";
  private static final String CONNECTIONS = "40";
  private static final long PATIENCE_SECONDS = 60;

  private final Path data;
  private final int port;
  private final List<String> prefix;

  private PostgresCluster(Path data, int port, List<String> prefix) {
    this.data = data;
    this.port = port;
    this.prefix = prefix;
  }

  /** A cluster that was made once and stopped, to be copied, and the programs that it runs on. */
  private record Template(Path data, Path programs) {

    static final Template MADE = make();

    private static Template make() {
      try {
        Path data = Files.createTempDirectory("daybook-cluster");
        Path programs;
        try (EmbeddedPostgres server =
            EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("unix_socket_directories", "")
                // A standby may not have fewer than the cluster had before.
                .setServerConfig("max_connections", CONNECTIONS)
                .setPGStartupWait(Duration.ofSeconds(PATIENCE_SECONDS))
                .start()) {
          programs = Path.of("/proc/" + pid(data) + "/exe").toRealPath().getParent();
          try (Connection connection = server.getPostgresDatabase().getConnection();
              Statement statement = connection.createStatement()) {
            statement.execute("CREATE ROLE " + USER + " LOGIN PASSWORD '" + PASSWORD + "'");
            statement.execute(
                "CREATE DATABASE "
                    + DATABASE
                    + " OWNER "
                    + USER
                    + " ENCODING UTF8"
                    + " TEMPLATE template0");
          }
        }
        Path access = data.resolve("pg_hba.conf");
        Files.writeString(
            access,
            "host all " + USER + " 127.0.0.1/32 scram-sha-256\n" + Files.readString(access));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(data)));
        return new Template(data, programs);
      } catch (IOException | SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    private static void delete(Path data) {
      try {
        run(List.of("rm", "-rf", data.toString()));
      } catch (IOException | InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** Makes a cluster in a new directory; it does not run yet. */
  static PostgresCluster in(Path data) throws IOException, InterruptedException {
    return in(data, asNobodyInParticular());
  }

  /**
   * Makes a cluster that is started by a command of the caller's choice.
   *
   * @param prefix begins the command
   */
  static PostgresCluster in(Path data, List<String> prefix)
      throws IOException, InterruptedException {
    run(List.of("cp", "-a", Template.MADE.data().toString(), data.toString()));
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    PostgresCluster cluster = new PostgresCluster(data, port, prefix);
    cluster.configure(
        "port = " + port,
        "listen_addresses = '127.0.0.1'",
        "unix_socket_directories = ''",
        "max_connections = " + CONNECTIONS,
        "shared_buffers = '32MB'",
        "fsync = on",
        "synchronous_commit = on",
        "full_page_writes = on");
    return cluster;
  }

  /** The server refuses to run as root: such a process belongs to nobody it knows. */
  static List<String> asNobodyInParticular() {
    return System.getProperty("user.name").equals("root") ? List.of("unshare", "-U") : List.of();
  }

  /** Makes a server that follows this one, before either has been started. */
  PostgresCluster standby(Path data) throws IOException, InterruptedException {
    PostgresCluster standby = in(data);
    standby.configure("primary_conninfo = 'host=127.0.0.1 port=" + port + " user=" + OWNER + "'");
    Files.createFile(data.resolve("standby.signal"));
    return standby;
  }

  /** Adds settings that hold from the next start. */
  void configure(String... settings) throws IOException {
    Files.write(data.resolve("postgresql.conf"), List.of(settings), StandardOpenOption.APPEND);
  }

  /** Starts it, and waits until it answers. */
  PostgresCluster start() throws IOException, InterruptedException {
    Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    control("-l", data.resolve("server.log").toString(), "-t", "60", "start");
    return this;
  }

  /** Makes a standby the one that takes writes. */
  void promote() throws IOException, InterruptedException {
    control("promote");
  }

  private void control(String... command) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(prefix);
    all.add(Template.MADE.programs().resolve("pg_ctl").toString());
    all.addAll(List.of("-w", "-D", data.toString()));
    all.addAll(List.of(command));
    run(all);
  }

  /** Kills the server as the machine does when memory runs out; its other processes follow. */
  void kill() throws IOException, InterruptedException, ExecutionException, TimeoutException {
    List<ProcessHandle> all = processes();
    all.get(0).destroyForcibly();
    for (ProcessHandle process : all) {
      process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
  }

  /** Stops all processes where they are, so that connections stay open and nothing answers. */
  void freeze() throws IOException, InterruptedException {
    signal("STOP");
  }

  /** Lets all processes go on. */
  void thaw() throws IOException, InterruptedException {
    signal("CONT");
  }

  private void signal(String name) throws IOException, InterruptedException {
    String pids =
        processes().stream()
            .map(process -> Long.toString(process.pid()))
            .collect(Collectors.joining(" "));
    // One of them may end by itself meanwhile.
    run(List.of("sh", "-c", "kill -" + name + " " + pids + " || true"));
  }

  private List<ProcessHandle> processes() throws IOException {
    ProcessHandle first = ProcessHandle.of(pid(data)).orElseThrow();
    return Stream.concat(Stream.of(first), first.descendants()).toList();
  }

  private static long pid(Path data) throws IOException {
    return Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0));
  }

  /** Returns the URL for Daybook. */
  String url() {
    return url(this);
  }

  /** Returns the URL for Daybook of several servers, of which one takes writes. */
  static String url(PostgresCluster... clusters) {
    return Stream.of(clusters)
        .map(cluster -> "127.0.0.1:" + cluster.port)
        .collect(Collectors.joining(",", "jdbc:postgresql://", "/" + DATABASE));
  }

  /** Moves the database to another disk; its journal stays. */
  void moveTo(Path empty) throws SQLException {
    executeIn(
        OWNER,
        "CREATE TABLESPACE another LOCATION '" + empty + "'",
        "ALTER DATABASE " + DATABASE + " SET TABLESPACE another");
  }

  /** Opens a connection of somebody who may do everything, beside Daybook's. */
  Connection connect() throws SQLException {
    return connect(DATABASE);
  }

  private Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:"
            + port
            + "/"
            + database
            + "?socketTimeout=60&options=-c%20lock_timeout=30s&user="
            + OWNER);
  }

  /** Runs statements beside Daybook. */
  void execute(String... statements) throws SQLException {
    executeIn(DATABASE, statements);
  }

  private void executeIn(String database, String... statements) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** Returns the number that a query finds. */
  long number(String query) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      assertThat(row.next()).isTrue();
      return row.getLong(1);
    }
  }

  static void run(List<String> command) throws IOException, InterruptedException {
    Path said = Files.createTempFile("daybook-cluster", ".log");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    boolean ended = process.waitFor(2 * PATIENCE_SECONDS, TimeUnit.SECONDS);
    String text = Files.readString(said);
    Files.delete(said);
    assertThat(ended && process.exitValue() == 0).as("%s: %s", command, text).isTrue();
  }

  /** Ends it at once; what it holds is deleted with the test's directory. */
  @Override
  public void close() {
    try {
      if (Files.exists(data.resolve("postmaster.pid")) && ProcessHandle.of(pid(data)).isPresent()) {
        thaw();
        kill();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException | ExecutionException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }
}
