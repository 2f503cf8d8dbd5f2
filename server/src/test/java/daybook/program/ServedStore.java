package daybook.program;

import daybook.app.Workspace;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A store with orders in it, a server that serves it, and a client that may read and write. */
final class ServedStore implements AutoCloseable {

  private static final int CODES = 8;

  private final Path file;
  private final RunningServer server;
  private final Client client;

  private ServedStore(Path file, RunningServer server, Client client) {
    this.file = file;
    this.server = server;
    this.client = client;
  }

  /** Makes a store of so many orders in {@code data} and serves it. */
  static ServedStore of(int orders, Path directory) throws IOException, InterruptedException {
    Path data = directory.resolve("data");
    Client client = filled(data, orders);
    return new ServedStore(data.resolve("daybook.db"), serve(directory), client);
  }

  /** Makes a store of so many orders and serves a copy of it on a small disk. */
  static ServedStore on(SmallDisk disk, int orders, Path directory)
      throws IOException, InterruptedException {
    Path data = directory.resolve("data");
    Client client = filled(data, orders);
    Program program = new Program(directory).startedBy(disk.prefix(data));
    String place = disk.place().toString();
    RunningServer server =
        RunningServer.start(
            program, directory, "--port", "0", "--data", place, "--set", "throttle.enabled=false");
    return new ServedStore(disk.place().resolve("daybook.db"), server, client);
  }

  private static Client filled(Path data, int orders) {
    OrderFile.createAccount(data);
    try (Workspace workspace = OrderFile.open(data)) {
      OrderFile.fill(workspace, orders);
      return Client.of(workspace, CODES);
    }
  }

  private static RunningServer serve(Path directory) throws IOException, InterruptedException {
    return RunningServer.start(
        directory, "--port", "0", "--data", "data", "--set", "throttle.enabled=false");
  }

  Path file() {
    return file;
  }

  RunningServer server() {
    return server;
  }

  /** Reads orders of the last days, or of a whole year's beginning. */
  HttpResponse<String> read(boolean early) throws IOException, InterruptedException {
    return client.read(server, early);
  }

  /** Says what the server says of itself. */
  int ready() throws IOException, InterruptedException {
    return server.get("/health/ready", "").statusCode();
  }

  /** Makes the server write: a code is used up, or stays good for the next time. */
  HttpResponse<String> write() throws IOException, InterruptedException {
    HttpResponse<String> answer = client.redeem(server, client.codes().getFirst());
    if (answer.statusCode() == 200) {
      client.codes().removeFirst();
    }
    return answer;
  }

  /** Moves another file into the place of the store's. */
  void replaceBy(Path other) throws IOException {
    Files.move(other, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void close() {
    server.close();
  }
}
