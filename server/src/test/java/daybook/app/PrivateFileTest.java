package daybook.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFileTest {

  @TempDir Path directory;

  @Test
  void file_isReadAndWrittenByItsOwnerOnly() throws IOException {
    Path file = directory.resolve("secret");

    PrivateFile.write(file, bytes("one"));

    assertThat(file).hasContent("one");
    assertThat(Files.getPosixFilePermissions(file))
        .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
  }

  @Test
  void file_isReplacedAndNoDraftIsLeft() throws IOException {
    Path file = directory.resolve("secret");
    Files.writeString(directory.resolve("secret.new"), "left by a crash");

    PrivateFile.write(file, bytes("one"));
    PrivateFile.write(file, bytes("two"));

    assertThat(file).hasContent("two");
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void plan_isTheFirstThatWasKept() throws IOException {
    DemoPlan first = new DemoPlan(7, Instant.parse("2026-06-01T00:00:00Z"), 500);
    DemoPlan second = new DemoPlan(8, Instant.parse("2026-07-01T00:00:00Z"), 600);

    assertThat(first.keptIn(directory)).isEqualTo(first);
    assertThat(second.keptIn(directory)).isEqualTo(first);
  }

  @Test
  void plan_inADirectoryThatIsNoneIsRefused() {
    DemoPlan plan = new DemoPlan(7, Instant.parse("2026-06-01T00:00:00Z"), 500);
    Path missing = directory.resolve("missing");

    assertThatExceptionOfType(IOException.class).isThrownBy(() -> plan.keptIn(missing));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
