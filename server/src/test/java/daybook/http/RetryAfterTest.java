package daybook.http;

import static daybook.http.TestServer.RANGE;
import static daybook.http.TestServer.REPORTS;
import static org.assertj.core.api.Assertions.assertThat;

import daybook.store.StoreException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The switch of decision 8: Amazon itself sends no Retry-After. */
final class RetryAfterTest {

  @TempDir Path directory;

  @Test
  void retryAfter_isLeftOutWhenTheSwitchIsOff() {
    HttpOptions usual = TestServer.LIMITED.options();
    HttpOptions exact =
        new HttpOptions(usual.server(), usual.logging(), false, 2, usual.readOnEventLoop());
    try (TestServer server = new TestServer(directory, TestServer.LIMITED.with(exact))) {
      Answer answer = server.get(REPORTS + RANGE);
      for (int i = 0; i < 10; i++) {
        answer = server.get(REPORTS + RANGE);
      }
      assertThat(answer.status()).isEqualTo(429);
      assertThat(answer.header("retry-after")).isEmpty();
    }
    try (TestServer server =
        new TestServer(
            directory.resolve("failing"),
            TestServer.UNLIMITED
                .with(exact)
                .with(store -> new HookedStore(store, RetryAfterTest::fail, () -> {})))) {
      Answer answer = server.get(REPORTS + RANGE);
      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.header("retry-after")).isEmpty();
    }
  }

  private static void fail() {
    throw new StoreException(StoreException.Kind.UNAVAILABLE, "gone", null);
  }

  @Test
  void rateLimit_isNotShownWhileNothingIsLimited() {
    try (TestServer server = new TestServer(directory, TestServer.UNLIMITED)) {
      for (int i = 0; i < 50; i++) {
        assertThat(server.get(REPORTS + RANGE).status()).isEqualTo(200);
      }
      assertThat(server.get(REPORTS + RANGE).header("x-amzn-ratelimit-limit")).isEmpty();
    }
  }
}
