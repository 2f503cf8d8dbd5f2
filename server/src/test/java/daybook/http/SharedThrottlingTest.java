package daybook.http;

import static daybook.http.RefusalsTest.assertCommonHeaders;
import static daybook.http.TestServer.RANGE;
import static daybook.http.TestServer.REPORTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.EnumSource.Mode.EXCLUDE;

import daybook.contract.Role;
import daybook.domain.AccountId;
import daybook.store.Store;
import daybook.store.StoreException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The usage plans over the wire where calls are counted in the store, for several servers. */
final class SharedThrottlingTest {

  private static final String RESTRICTED = "/tokens/2021-03-01/restrictedDataToken";
  private static final String RESOURCES =
      "{\"restrictedResources\":[{\"method\":\"GET\",\"path\":\"/orders/v0/orders\","
          + "\"dataElements\":[\"buyerInfo\"]}]}";

  @TempDir Path directory;
  private final AtomicReference<Runnable> hook = new AtomicReference<>(() -> {});
  private TestServer server;

  @BeforeEach
  void start() {
    server = new TestServer(directory, TestServer.LIMITED.sharing().with(this::hooked));
  }

  private Store hooked(Store store) {
    return new HookedStore(store, () -> hook.get().run(), () -> {});
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void burst_isAllowed_thenRefusedUntilTheNextToken() {
    for (int i = 0; i < 10; i++) {
      assertThat(server.get(REPORTS + RANGE).status()).as("call %d", i).isEqualTo(200);
    }
    AtomicInteger asked = new AtomicInteger();
    hook.set(asked::incrementAndGet);
    for (int i = 0; i < 3; i++) {
      Answer answer = server.get(REPORTS + RANGE);
      assertThat(answer.status()).isEqualTo(429);
      assertThat(answer.header("retry-after")).contains("2");
      assertThat(answer.header("x-amzn-errortype")).contains("TooManyRequestsException");
      assertCommonHeaders(answer);
    }
    assertThat(asked.get()).as("refusals by a bucket that is known to be empty").isZero();
    server.clock.advance(Duration.ofSeconds(2));
    assertThat(server.get(REPORTS + RANGE).status()).isEqualTo(200);
    assertThat(server.get(REPORTS + RANGE).status()).isEqualTo(429);
  }

  @Test
  void operationWithABody_isCountedToo() {
    for (int i = 0; i < 10; i++) {
      assertThat(server.post(RESTRICTED, RESOURCES).status()).as("call %d", i).isEqualTo(200);
    }
    assertThat(server.post(RESTRICTED, RESOURCES).status()).isEqualTo(429);
    server.clock.advance(Duration.ofSeconds(1));
    assertThat(server.post(RESTRICTED, "{").status()).isEqualTo(400);
    assertThat(server.post(RESTRICTED, RESOURCES).status()).isEqualTo(429);
  }

  @Test
  void badParameters_areToldAsEver() {
    assertThat(server.get(REPORTS).status()).isEqualTo(400);
    assertThat(server.get("/reports/2021-01-08/orders/114-0000000-0000000").status())
        .isEqualTo(404);
  }

  @ParameterizedTest
  @EnumSource(value = StoreException.Kind.class, mode = EXCLUDE, names = "CANNOT_WRITE")
  void storeThatIsAway_isUnavailable_andTakesNoToken(StoreException.Kind kind) {
    hook.set(
        () -> {
          throw new StoreException(kind, "gone", null);
        });
    for (int i = 0; i < 20; i++) {
      Answer answer = server.get(REPORTS + RANGE);
      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.body())
          .isEqualTo(
              "{\"errors\":[{\"code\":\"ServiceUnavailable\",\"message\":\"Service is temporarily"
                  + " unavailable. Please try again.\",\"details\":\"\"}]}");
      assertCommonHeaders(answer);
    }
    assertThat(server.post(RESTRICTED, RESOURCES).status()).isEqualTo(503);
    hook.set(() -> {});
    for (int i = 0; i < 10; i++) {
      assertThat(server.get(REPORTS + RANGE).status()).isEqualTo(200);
    }
    assertThat(server.post(RESTRICTED, RESOURCES).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/health/live", "/nowhere", "/docs"})
  void storeThatHangs_holdsUpNobodyWhoDoesNotNeedIt(String path) throws Exception {
    CountDownLatch released = new CountDownLatch(1);
    // Fewer than there are threads that wait for the store: health is asked by one of those.
    CountDownLatch waiting = new CountDownLatch(3);
    hook.set(
        () -> {
          waiting.countDown();
          await(released);
        });
    List<Wire> waiters = new ArrayList<>();
    try {
      for (int i = 0; i < 3; i++) {
        String account = "account" + i;
        waiters.add(server.connect().send(requestOf(account)));
      }
      await(waiting);
      for (int i = 0; i < 20; i++) {
        assertThat(server.send(TestServer.request("GET", path, null)).status()).isIn(200, 403, 404);
      }
    } finally {
      released.countDown();
    }
    for (Wire waiter : waiters) {
      assertThat(waiter.answer().status()).isEqualTo(200);
      waiter.close();
    }
  }

  private String requestOf(String account) {
    AccountId id = new AccountId(account);
    server.addAccount(id);
    String token = server.tokenFor(id, Role.values());
    return TestServer.request("GET", REPORTS + RANGE, token);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
