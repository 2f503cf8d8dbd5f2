package daybook.store.sql.bucket;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.store.bucket.Buckets;
import daybook.store.bucket.BucketsKit;
import daybook.store.sql.PostgresServers;
import daybook.store.sql.SqlStore;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Shared buckets on PostgreSQL obey the kit, and stay out of the server's log. */
final class PostgresBucketsTest extends BucketsKit {

  private String url;
  private SqlStore store;

  @Override
  protected Buckets empty() {
    url = PostgresServers.emptySchema();
    store = SqlStore.open(PostgresServers.options(url));
    return store.buckets();
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void table_isUnlogged_andTheOnlyOne() throws Exception {
    assertThat(
            PostgresServers.rows(
                url,
                "SELECT relname FROM pg_class WHERE relkind = 'r' AND relpersistence <> 'p'"
                    + " AND relnamespace = current_schema()::regnamespace"))
        .containsExactly(List.of("throttle_bucket"));
  }
}
