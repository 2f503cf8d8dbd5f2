package daybook.http;

import net.jqwik.api.lifecycle.BeforeContainer;

/** Nobody who polls misses anything in a store on PostgreSQL. */
final class PostgresPollingTest extends PollingKit {

  @BeforeContainer
  static void start() {
    server = TestServer.onPostgres();
  }
}
