package daybook.http;

import static daybook.http.TestServer.RANGE;
import static daybook.http.TestServer.REPORTS;
import static daybook.http.TestServer.SETTINGS;
import static daybook.http.TestServer.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import daybook.config.ServerSettings;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A stop finishes what was begun, takes on nothing new, and ends in time. */
@Timeout(60)
final class ShutdownTest {

  @TempDir Path directory;

  @Test
  void stop_finishesWhatWasBegunAndTakesOnNothingNew() throws Exception {
    CountDownLatch reading = new CountDownLatch(1);
    CountDownLatch released = new CountDownLatch(1);
    TestServer server = blocked(reading, released, Duration.ofSeconds(30));
    try (Wire busy = server.connect();
        Wire probe = server.connect()) {
      assertThat(ready(probe)).isEqualTo(200);
      busy.send(request("GET", REPORTS + RANGE, server.accessToken));
      assertThat(reading.await(10, TimeUnit.SECONDS)).isTrue();
      int port = server.port();
      CompletableFuture<Void> stopped = CompletableFuture.runAsync(server.server::close);
      assertThat(readyOnceStopping(probe)).isEqualTo(503);
      assertThatThrownBy(() -> connectUntilRefused(port)).isInstanceOf(ConnectException.class);
      assertThat(stopped).isNotDone();
      released.countDown();
      Answer answer = busy.answer();
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.body()).endsWith("\"size\":0}");
      stopped.get(10, TimeUnit.SECONDS);
    } finally {
      released.countDown();
      server.store.close();
    }
  }

  @Test
  void stop_waitsNoLongerThanItMay() throws Exception {
    CountDownLatch reading = new CountDownLatch(1);
    CountDownLatch released = new CountDownLatch(1);
    TestServer server = blocked(reading, released, Duration.ofMillis(500));
    try (Wire busy = server.connect()) {
      busy.send(request("GET", REPORTS + RANGE, server.accessToken));
      assertThat(reading.await(10, TimeUnit.SECONDS)).isTrue();
      CompletableFuture<Void> stopped = CompletableFuture.runAsync(server.server::close);
      assertThat(firstStatusOrClosed(busy)).isIn(503, 0);
      released.countDown();
      stopped.get(20, TimeUnit.SECONDS);
    } finally {
      released.countDown();
      server.store.close();
    }
  }

  @Test
  void stop_ofAnIdleServerIsQuick() throws Exception {
    try (TestServer server = new TestServer(directory, TestServer.UNLIMITED);
        Wire idle = server.connect()) {
      assertThat(idle.send(request("GET", REPORTS + RANGE, server.accessToken)).answer().status())
          .isEqualTo(200);
      long start = System.nanoTime();
      server.server.close();
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
      assertThat(idle.untilClosed()).isZero();
    }
  }

  private TestServer blocked(CountDownLatch reading, CountDownLatch released, Duration drain) {
    ServerSettings settings =
        new ServerSettings(
            "127.0.0.1",
            0,
            100,
            SETTINGS.maxUrlBytes(),
            SETTINGS.maxHeaderBytes(),
            SETTINGS.maxBodyBytes(),
            500,
            Duration.ofSeconds(40),
            Duration.ofSeconds(40),
            drain);
    return new TestServer(
        directory,
        TestServer.UNLIMITED
            .with(settings)
            .with(
                store ->
                    new HookedStore(
                        store,
                        () -> {
                          reading.countDown();
                          try {
                            released.await();
                          } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                          }
                        },
                        () -> {})));
  }

  private static int ready(Wire wire) throws IOException {
    return wire.send(request("GET", "/health/ready", null)).answer().status();
  }

  private static int readyOnceStopping(Wire wire) throws IOException {
    int status = ready(wire);
    for (int i = 0; i < 100_000 && status == 200; i++) {
      status = ready(wire);
    }
    return status;
  }

  // The listening socket closes right after the server has become unready.
  private static void connectUntilRefused(int port) throws IOException {
    for (int i = 0; i < 10_000; i++) {
      new Wire(port).close();
    }
  }

  private static int firstStatusOrClosed(Wire wire) {
    try {
      return wire.answer().status();
    } catch (IOException e) {
      return 0;
    }
  }
}
