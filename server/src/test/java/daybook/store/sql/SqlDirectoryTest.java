package daybook.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.store.DirectoryKit;
import daybook.store.Store;
import daybook.store.sql.session.StoreOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The directory of a SQLite store obeys the kit, and several may share its file. */
final class SqlDirectoryTest extends DirectoryKit {

  @TempDir Path folder;

  @Override
  protected Store emptyStore() {
    return open();
  }

  @Override
  protected Store reopened(Store before) {
    before.close();
    return open();
  }

  private Store open() {
    return SqlStore.open(StoreOptions.sqlite(folder.resolve("store.db")));
  }

  @Test
  void key_madeByManyAtOnce_isTheSameForAll() throws Exception {
    var threads = Executors.newFixedThreadPool(6);
    try {
      List<Callable<Byte>> makers = IntStream.range(0, 6).mapToObj(i -> maker((byte) i)).toList();
      List<Byte> keys =
          threads.invokeAll(makers).stream().map(SqlDirectoryTest::result).distinct().toList();
      assertThat(keys).hasSize(1);
    } finally {
      threads.shutdownNow();
    }
  }

  private Callable<Byte> maker(byte proposal) {
    return () -> {
      try (Store store = open()) {
        return store.directory().key("signing", new byte[] {proposal})[0];
      }
    };
  }

  private static Byte result(Future<Byte> future) {
    try {
      return future.get();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
