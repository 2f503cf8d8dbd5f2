package daybook.app;

import daybook.access.RevokedGrants;
import daybook.config.ServerSettings;
import daybook.contract.Operation;
import daybook.http.HttpParts;
import daybook.http.HttpServer;
import daybook.http.tls.Certificates;
import daybook.http.tls.Encryption;
import daybook.store.StoreException;
import daybook.throttle.Throttle;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A workspace that is being served over HTTP. */
public final class Server implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Server.class);

  // Whoever waits for the store while buckets are tidied does not hold up the others.
  private static final int THREADS = 2;
  private static final long TIDY_SECONDS = 60;

  private final HttpServer http;
  private final ScheduledExecutorService schedule;

  private Server(HttpServer http, ScheduledExecutorService schedule) {
    this.http = http;
    this.schedule = schedule;
  }

  /**
   * Starts to serve the catalogue; returns when the socket listens.
   *
   * @throws UncheckedIOException if it can't listen; the message says what to do about it
   * @throws daybook.config.SettingsException if the TLS certificate can't be used
   */
  public static Server start(Workspace workspace) {
    return start(workspace, workspace.catalogue().operations());
  }

  /**
   * Starts to serve these operations and no others; returns when the socket listens.
   *
   * @throws UncheckedIOException if it can't listen; the message says what to do about it
   */
  public static Server start(Workspace workspace, List<Operation<?>> operations) {
    RevokedGrants revoked = new RevokedGrants(workspace.store().directory());
    revoked.refresh();
    PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    Encryption encryption = Wiring.encryption(workspace, meters);
    HttpParts parts = Wiring.parts(workspace, revoked, operations, meters);
    HttpServer http = Wiring.httpServer(workspace.settings(), parts, encryption);
    listen(http, workspace.settings().server());
    ScheduledExecutorService schedule =
        Executors.newScheduledThreadPool(
            THREADS,
            task -> {
              Thread thread = new Thread(task, "daybook-schedule");
              thread.setDaemon(true);
              return thread;
            });
    long everyMillis = workspace.settings().tokens().revocationRefresh().toMillis();
    var unused =
        schedule.scheduleWithFixedDelay(
            new Refresh(revoked), everyMillis, everyMillis, TimeUnit.MILLISECONDS);
    var unusedTidying =
        schedule.scheduleWithFixedDelay(
            () -> tidy(parts.throttle()), TIDY_SECONDS, TIDY_SECONDS, TimeUnit.SECONDS);
    if (encryption != null) {
      long lookMillis = workspace.settings().tls().checkInterval().toMillis();
      var unusedCheck =
          schedule.scheduleWithFixedDelay(
              () -> look(encryption.certificates()), lookMillis, lookMillis, TimeUnit.MILLISECONDS);
    }
    return new Server(http, schedule);
  }

  /** Returns the port it listens on: the one that speaks TLS, if one does. */
  public int port() {
    return http.port();
  }

  /** Returns the port that speaks plain HTTP, 0 if none does. */
  public int plainPort() {
    return http.plainPort();
  }

  /** Finishes the requests under way, within the time the settings allow, and stops. */
  @Override
  public void close() {
    schedule.shutdownNow();
    http.close();
  }

  private static void listen(HttpServer http, ServerSettings settings) {
    try {
      http.start();
    } catch (CompletionException e) {
      http.close();
      if (e.getCause() instanceof IOException reason) {
        throw new UncheckedIOException(
            "cannot listen on "
                + settings.address()
                + ":"
                + settings.port()
                + " ("
                + reason.getMessage()
                + "); --port chooses another port, 0 a free one",
            reason);
      }
      throw e;
    }
  }

  private static void look(Certificates certificates) {
    try {
      certificates.check();
    } catch (RuntimeException e) {
      LOG.warn("could not look at the files of the TLS certificate", e);
    }
  }

  private static void tidy(Throttle throttle) {
    try {
      throttle.tidy();
    } catch (RuntimeException e) {
      LOG.warn("could not drop buckets that are full; they go later", e);
    }
  }

  /** Keeps up with the grants that are revoked; tells once that it can't, and once that it can. */
  private static final class Refresh implements Runnable {

    private final RevokedGrants revoked;
    private boolean failing;

    Refresh(RevokedGrants revoked) {
      this.revoked = revoked;
    }

    // A task that throws would never run again.
    @Override
    public void run() {
      try {
        revoked.refresh();
        if (failing) {
          LOG.warn("the store answers again");
        }
        failing = false;
      } catch (StoreException e) {
        if (!failing) {
          LOG.warn(
              "could not read which grants are revoked; what was known holds until the store answers"
                  + " again: {}",
              e.getMessage());
        }
        failing = true;
      } catch (RuntimeException e) {
        LOG.warn("could not read which grants are revoked; what was known still holds", e);
      }
    }
  }
}
