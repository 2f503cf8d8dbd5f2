package daybook.store.sql.file;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.store.sql.file.FileWatch.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file is known by what it is, not by its name. */
final class FileWatchTest {

  @TempDir Path folder;
  private Path file;
  private Path journal;

  @BeforeEach
  void create() throws IOException {
    file = Files.writeString(folder.resolve("store.db"), "store");
    journal = folder.resolve("store.db-wal");
  }

  private Path another() throws IOException {
    return Files.writeString(folder.resolve("other.db"), "other");
  }

  @Test
  void file_thatStaysOrIsWritten_isTheSame() throws IOException {
    FileWatch watch = new FileWatch(file);
    Files.writeString(file, "written");
    assertThat(watch.now()).isEqualTo(Finding.SAME);
    assertThat(watch.lately()).isEqualTo(Finding.SAME);
  }

  @Test
  void file_thatIsMovedAway_isGoneAndThenTheSameAgain() throws IOException {
    FileWatch watch = new FileWatch(file);
    Path away = Files.move(file, folder.resolve("away.db"));
    assertThat(watch.now()).isEqualTo(Finding.GONE);
    Files.move(away, file);
    assertThat(watch.now()).isEqualTo(Finding.SAME);
  }

  @Test
  void file_ofTheSameName_isAnother() throws IOException {
    FileWatch watch = new FileWatch(file);
    Files.move(another(), file, StandardCopyOption.REPLACE_EXISTING);
    assertThat(watch.now()).isEqualTo(Finding.ANOTHER);
    watch.opened();
    assertThat(watch.now()).isEqualTo(Finding.SAME);
  }

  @Test
  void file_thatWasClosed_isAnother() {
    FileWatch watch = new FileWatch(file);
    watch.closed();
    assertThat(watch.lately()).isEqualTo(Finding.ANOTHER);
    watch.opened();
    assertThat(watch.lately()).isEqualTo(Finding.SAME);
  }

  @Test
  void journal_isKnownByWhatItIs() throws IOException {
    FileWatch watch = new FileWatch(file);
    assertThat(watch.hasOpenedJournal()).isFalse();
    Files.writeString(journal, "of the open file");
    assertThat(watch.now()).isEqualTo(Finding.SAME);
    assertThat(watch.hasOpenedJournal()).isTrue();
    Files.move(another(), journal, StandardCopyOption.REPLACE_EXISTING);
    assertThat(watch.hasOpenedJournal()).isFalse();
  }

  @Test
  void journal_ofAClosedFile_isNobodys() throws IOException {
    Files.writeString(journal, "of the open file");
    FileWatch watch = new FileWatch(file);
    watch.closed();
    assertThat(watch.now()).isEqualTo(Finding.ANOTHER);
    assertThat(watch.hasOpenedJournal()).isFalse();
    watch.deleteJournal();
    assertThat(journal).doesNotExist();
    watch.deleteJournal();
  }
}
