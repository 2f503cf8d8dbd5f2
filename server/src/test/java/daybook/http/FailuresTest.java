package daybook.http;

import static daybook.http.RefusalsTest.assertCommonHeaders;
import static daybook.http.TestServer.RANGE;
import static daybook.http.TestServer.REPORTS;
import static daybook.http.TestServer.SETTINGS;
import static daybook.http.TestServer.request;
import static org.assertj.core.api.Assertions.assertThat;

import daybook.config.ServerSettings;
import daybook.store.StoreException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a client sees when the store fails, or we do: never more than the contract's words. */
final class FailuresTest {

  private static final AtomicReference<Runnable> SCAN =
      new AtomicReference<Runnable>(FailuresTest::nothing);
  private static final AtomicReference<Runnable> PING =
      new AtomicReference<Runnable>(FailuresTest::nothing);

  private static final long SECOND_NANOS = Duration.ofSeconds(1).toNanos();

  @TempDir static Path directory;
  private static TestServer server;

  @BeforeAll
  static void start() {
    ServerSettings quick =
        new ServerSettings(
            "127.0.0.1",
            0,
            100,
            SETTINGS.maxUrlBytes(),
            SETTINGS.maxHeaderBytes(),
            SETTINGS.maxBodyBytes(),
            500,
            Duration.ofSeconds(1),
            Duration.ofSeconds(30),
            Duration.ofSeconds(10));
    server =
        new TestServer(
            directory,
            TestServer.GENEROUS
                .with(quick)
                .with(
                    store ->
                        new HookedStore(store, () -> SCAN.get().run(), () -> PING.get().run())));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest(name = "CONTRACT 4.6, 503: store {0}")
  @EnumSource(StoreException.Kind.class)
  void store_thatFailsIsUnavailable(StoreException.Kind kind) {
    Answer answer =
        during(
            () -> {
              throw new StoreException(kind, "the disk is on fire", null);
            });
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.body())
        .isEqualTo(
            "{\"errors\":[{\"code\":\"ServiceUnavailable\",\"message\":\"Service is temporarily"
                + " unavailable. Please try again.\",\"details\":\"\"}]}");
    assertThat(answer.header("x-amzn-ratelimit-limit")).isEmpty();
    assertThat(answer.header("retry-after")).contains("5");
    assertCommonHeaders(answer);
    assertThat(server.get(REPORTS + RANGE).status()).isEqualTo(200);
  }

  @Test
  void defect_isAnInternalFailureWithoutATrace() {
    Answer answer =
        during(
            () -> {
              throw new IllegalStateException("a secret of ours");
            });
    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.body())
        .isEqualTo(
            "{\"errors\":[{\"code\":\"InternalFailure\",\"message\":\"We encountered an internal"
                + " error. Please try again.\",\"details\":\"\"}]}");
    assertCommonHeaders(answer);
  }

  @Test
  void store_thatHangsIsGivenUp() {
    CountDownLatch released = new CountDownLatch(1);
    try {
      Answer answer = during(() -> await(released));
      assertThat(answer.status()).isEqualTo(503);
      assertCommonHeaders(answer);
    } finally {
      released.countDown();
    }
    assertThat(server.get(REPORTS + RANGE).status()).isEqualTo(200);
  }

  @Test
  void readiness_followsTheStoreAndLivenessDoesNot() {
    assertThat(server.send(request("GET", "/health/live", null)).body())
        .isEqualTo("{\"status\":\"up\"}");
    PING.set(
        () -> {
          throw new StoreException(StoreException.Kind.UNAVAILABLE, "gone", null);
        });
    try {
      Answer ready = server.send(request("GET", "/health/ready", null));
      // What is known may be a second old.
      for (int i = 0; i < 10_000 && ready.status() == 200; i++) {
        ready = server.send(request("GET", "/health/ready", null));
      }
      assertThat(ready.status()).isEqualTo(503);
      assertThat(ready.body()).isEqualTo("{\"status\":\"down\"}");
      assertCommonHeaders(ready);
      assertThat(server.send(request("GET", "/health/live", null)).status()).isEqualTo(200);
    } finally {
      PING.set(FailuresTest::nothing);
    }
  }

  @Test
  void readiness_ofAStoreThatTakesNoWrites_isUpWithAWarning() {
    PING.set(
        () -> {
          throw new StoreException(
              StoreException.Kind.CANNOT_WRITE, "db.example.com is full", null);
        });
    try {
      Answer ready = server.send(request("GET", "/health/ready", null));
      for (int i = 0; i < 10_000 && !ready.body().contains("warnings"); i++) {
        ready = server.send(request("GET", "/health/ready", null));
      }
      assertThat(ready.status()).isEqualTo(200);
      assertThat(ready.body())
          .isEqualTo(
              "{\"status\":\"up\",\"warnings\":[\"the store takes no writes; the access log says"
                  + " why\"]}");
    } finally {
      PING.set(FailuresTest::nothing);
    }
  }

  @Test
  void store_thatHangs_holdsUpNobodyWhoNeedsNone() throws Exception {
    CountDownLatch released = new CountDownLatch(1);
    ExecutorService clients = Executors.newCachedThreadPool();
    SCAN.set(() -> await(released));
    PING.set(() -> await(released));
    try {
      List<Future<Answer>> waiting = new ArrayList<>();
      // More than there are threads that wait for the store.
      for (int i = 0; i < 20; i++) {
        waiting.add(clients.submit(() -> server.get(REPORTS + RANGE)));
      }
      for (String path : List.of("/health/live", "/metrics", "/openapi.yaml")) {
        long start = System.nanoTime();
        assertThat(server.send(request("GET", path, null)).status()).as(path).isEqualTo(200);
        assertThat(System.nanoTime() - start).as(path).isLessThan(SECOND_NANOS);
      }
      Answer token = server.send(request("POST", "/auth/o2/token", null, "Content-Length: 0"));
      assertThat(token.status()).isEqualTo(503);
      assertThat(token.body()).startsWith("{\"error_description\":");
      assertThat(server.send(request("GET", "/health/ready", null)).status()).isEqualTo(503);
      for (Future<Answer> answer : waiting) {
        assertThat(answer.get().status()).isEqualTo(503);
      }
    } finally {
      SCAN.set(FailuresTest::nothing);
      PING.set(FailuresTest::nothing);
      released.countDown();
      clients.shutdown();
    }
    assertThat(server.get(REPORTS + RANGE).status()).isEqualTo(200);
  }

  private static Answer during(Runnable failure) {
    SCAN.set(failure);
    try {
      return server.get(REPORTS + RANGE);
    } finally {
      SCAN.set(FailuresTest::nothing);
    }
  }

  private static void nothing() {}

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
