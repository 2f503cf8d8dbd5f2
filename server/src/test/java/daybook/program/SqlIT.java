package daybook.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scripts on the standard input of {@code daybook sql}. */
class SqlIT {

  @TempDir Path directory;

  @Test
  void script_isRunToItsFirstFailure() throws Exception {
    Program program = new Program(directory);
    program.run("account", "create", "acme", "--data", "data").good();
    Path script =
        Files.writeString(
            directory.resolve("script.sql"),
            "-- all of them; really\nSELECT account_id,\n  ';' AS mark FROM account;\n"
                + "SELECT 2 AS two;DELETE FROM account;SELECT 3 AS three");

    Program.Result result = program.runWith(script, "sql", "--format", "csv", "--data", "data");

    assertThat(result.out()).isEqualTo("account_id,mark\r\nacme,;\r\ntwo\r\n2\r\n");
    assertThat(result.err()).isEqualTo("daybook: this prompt only reads\n");
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(directory.resolve("data").toFile().list()).containsExactly("daybook.db");
  }
}
