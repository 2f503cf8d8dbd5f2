package daybook.http;

import net.jqwik.api.lifecycle.BeforeContainer;

/** Nobody who pages through a listing misses anything in a store on PostgreSQL. */
final class PostgresListingTest extends ListingKit {

  @BeforeContainer
  static void start() {
    server = TestServer.onPostgres();
  }
}
