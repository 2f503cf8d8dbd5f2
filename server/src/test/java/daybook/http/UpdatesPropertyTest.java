package daybook.http;

import java.nio.file.Path;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Nobody who follows the changes of orders misses anything in an embedded store. */
final class UpdatesPropertyTest extends UpdatesKit {

  private static TestFolder folder;

  @BeforeContainer
  static void start() {
    folder = new TestFolder();
    server = new TestServer(folder.path(), TestServer.UNLIMITED);
  }

  @AfterContainer
  static void clear() {
    folder.delete();
  }

  @Override
  TestServer another(Path directory) {
    return new TestServer(directory, TestServer.UNLIMITED);
  }
}
