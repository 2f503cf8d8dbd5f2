package daybook.program;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.app.Workspace;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A PostgreSQL whose disk for the database is full: it is read as ever, and filled no further. */
class PostgresFullDiskIT {

  private static final int MEGABYTES = 40;
  private static final int ORDERS = 3_000;

  @TempDir Path directory;

  @Test
  void fullDisk_endsAnImportKeepsReadingAndRecovers() throws Exception {
    SmallDisk disk = SmallDisk.at(directory.resolve("disk"), MEGABYTES);
    List<String> prefix = new ArrayList<>(disk.prefix());
    prefix.addAll(PostgresCluster.asNobodyInParticular());
    try (PostgresCluster cluster =
        PostgresCluster.in(directory.resolve("cluster"), prefix).start()) {
      cluster.moveTo(disk.place());
      try (ServedDatabase served = ServedDatabase.of(500, cluster.url(), directory)) {
        served.assertHeals();
        OrderFile orders = OrderFile.write(directory.resolve("orders.jsonl"), ORDERS);
        Path ballast = disk.place().resolve("ballast");
        fill(cluster, ballast);
        Program program = new Program(directory, ServedDatabase.environment());
        String[] command = {
          "import", "--data", "data", "--store", cluster.url(), orders.file().toString()
        };

        Program.Result full = program.run(command);
        assertThat(full.exitCode()).isEqualTo(1);
        assertThat(full.err())
            .contains("cannot be written: the disk of the server is full (SQLSTATE 53100)")
            .doesNotContain("\tat ");
        assertThat(served.read().statusCode()).isEqualTo(200);
        assertThat(served.ready().statusCode()).as("it can serve").isEqualTo(200);

        cluster.execute("COPY (SELECT 1) TO '" + ballast + "'");
        program.run(command).good();
        try (Workspace workspace = ServedDatabase.open(cluster.url(), directory)) {
          assertThat(OrderFile.seen(workspace)).isGreaterThanOrEqualTo(ORDERS);
        }
        served.assertHeals();
        served.assertNothingIsLost();
      }
    }
  }

  private static void fill(PostgresCluster cluster, Path ballast) {
    String rows = "SELECT repeat('x', 8000) FROM generate_series(1, 10000)";
    try {
      cluster.execute("COPY (" + rows + ") TO '" + ballast + "'");
      throw new AssertionError("the disk is not as small as it should be");
    } catch (SQLException e) {
      assertThat(e.getSQLState()).isEqualTo("53100");
    }
  }
}
