package daybook.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of 100 MB are imported by a JVM that has 64 MB. */
final class HugeFilesTest {

  private static final String ALL = new Tally(HugeFile.ORDERS, 0, 0).toString();

  @TempDir private Path directory;

  @Test
  void aPageOnOneLine_isImported() throws Exception {
    assertThat(imported(HugeFile.PAGE)).containsExactly("huge", ALL);
  }

  @Test
  void manyLines_areImported() throws Exception {
    assertThat(imported(HugeFile.LINES)).containsExactly("huge", ALL);
  }

  @Test
  void aLineOfRubbish_isRefused() throws Exception {
    assertThat(imported(HugeFile.RUBBISH))
        .satisfiesExactly(
            line -> assertThat(line).isEqualTo("huge"),
            line -> assertThat(line).isEqualTo(new Tally(1, 0, 0).toString()),
            line -> assertThat(line).startsWith("1:1 broken JSON: Unrecognized token 'rubbish'"));
  }

  @Test
  void aTextWithoutEnd_isRefused() throws Exception {
    assertThat(imported(HugeFile.TEXT))
        .satisfiesExactly(
            line -> assertThat(line).isEqualTo("huge"),
            line -> assertThat(line).isEqualTo(new Tally(1, 0, 0).toString()),
            line ->
                assertThat(line)
                    .matches("1:\\d+ larger than anything in an order: String value length.*"));
  }

  @Test
  void aRecordWithoutEnd_isRefusedAndTheNextIsRead() throws Exception {
    assertThat(imported(HugeFile.RECORD))
        .satisfiesExactly(
            line -> assertThat(line).isEqualTo("huge"),
            line -> assertThat(line).isEqualTo(new Tally(2, 0, 0).toString()),
            line -> assertThat(line).matches("1:\\d+ larger than any order: over 4000000 bytes"));
  }

  private List<String> imported(HugeFile huge) throws IOException, InterruptedException {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", classPath, HugeFile.class.getName()));
    command.addAll(List.of(huge.name(), directory.toString()));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("output").toFile())
            .start();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(directory.resolve("output"))).isZero();
    return Files.readAllLines(directory.resolve("result"));
  }
}
