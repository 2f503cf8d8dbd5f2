package daybook.http;

import java.nio.file.Path;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Nobody who follows the changes of orders misses anything in a store on PostgreSQL. */
final class PostgresUpdatesTest extends UpdatesKit {

  @BeforeContainer
  static void start() {
    server = TestServer.onPostgres();
  }

  @Override
  TestServer another(Path directory) {
    return TestServer.onPostgres();
  }
}
