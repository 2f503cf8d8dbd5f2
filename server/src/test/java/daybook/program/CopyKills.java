package daybook.program;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.app.Workspace;
import daybook.config.Settings;
import daybook.config.SettingsInput;
import daybook.store.StoreException;
import daybook.store.sql.PostgresServers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Copies of a store to another engine that are killed: nobody opens what they leave, and the same
 * command brings them to the end.
 */
final class CopyKills implements KillScenario {

  private static final int ORDERS = 1_500;

  private final boolean toServer;
  private OrderFile orders = new OrderFile(Path.of(""), List.of());
  private String source = "";
  private long micros;

  CopyKills(boolean toServer) {
    this.toServer = toServer;
  }

  @Override
  public String name() {
    return toServer ? "copy from SQLite to PostgreSQL" : "copy from PostgreSQL to SQLite";
  }

  @Override
  public void prepare(Path directory) throws Exception {
    orders = OrderFile.write(directory.resolve("orders.jsonl"), ORDERS);
    Path data = directory.resolve("source");
    OrderFile.createAccount(data);
    program(directory).run("import", "--data", data.toString(), orders.file().toString()).good();
    source = data.toString();
    if (!toServer) {
      source = PostgresServers.emptySchema();
      program(directory).run("copy", "--from", data.toString(), "--to", source).good();
    }
    long begun = System.nanoTime();
    program(directory).run(command(target(directory.resolve("measured")))).good();
    micros = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - begun);
  }

  private static Program program(Path directory) {
    return new Program(
        directory,
        Map.of(
            "DAYBOOK_STORE_USER",
            Objects.requireNonNullElse(PostgresServers.login().user(), ""),
            "DAYBOOK_STORE_PASSWORD",
            Objects.requireNonNullElse(PostgresServers.login().password(), "")));
  }

  private String target(Path data) {
    return toServer ? PostgresServers.emptySchema() : data.resolve("target").toString();
  }

  private String[] command(String target) {
    return new String[] {"copy", "--from", source, "--to", target};
  }

  @Override
  public Kill kill(Path data, Random chance) throws Exception {
    String target = target(data);
    Program program = program(data);
    Path out = data.resolve("copy.out");
    Process process = program.start(out, out, command(target));
    boolean unused = process.waitFor(chance.nextLong(micros), TimeUnit.MICROSECONDS);
    process.destroyForcibly().waitFor();

    boolean unfinished = isUnfinished(target);
    program.run(command(target)).good();
    try (Workspace workspace = open(target)) {
      assertThat(orders.kept(workspace)).isEqualTo(ORDERS);
    }
    // All of the source is acknowledged, and stays where it is; the copy ends up with all of it.
    return new Kill(unfinished, ORDERS, ORDERS, true);
  }

  // Opened, it either holds everything or nothing at all.
  private boolean isUnfinished(String target) {
    try (Workspace workspace = open(target)) {
      long seen = OrderFile.seen(workspace);
      assertThat(seen).isIn(0L, (long) ORDERS);
      return seen == 0;
    } catch (StoreException e) {
      assertThat(e).hasMessageContaining("unfinished copy");
      return true;
    }
  }

  private static Workspace open(String target) {
    return target.startsWith("jdbc:")
        ? Workspace.open(
            Settings.load(
                SettingsInput.ofFlags(Map.of("store.url", target, "store.user", "postgres"))))
        : OrderFile.open(Path.of(target));
  }
}
