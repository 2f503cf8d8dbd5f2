package daybook.http;

import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Nobody who polls misses anything in an embedded store. */
final class PollingPropertyTest extends PollingKit {

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
}
