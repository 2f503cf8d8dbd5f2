package daybook.http.tls;

import daybook.config.TlsSettings;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.X509ExtendedKeyManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The certificate that the server shows: taken from its files, taken anew when they change.
 *
 * <p>Files that can't be used change nothing but what log, health and metrics say. Connections that
 * are open go on with the certificate they began with.
 */
public final class Certificates {

  private static final Logger LOG = LoggerFactory.getLogger(Certificates.class);
  private static final Duration REMINDER = Duration.ofDays(1);

  private final CertificateFiles files;
  private final Duration expiryWarning;
  private final InstantSource clock;
  private final Counter reloads;
  private final Counter failures;
  private final CurrentKeys keys = new CurrentKeys();

  private volatile KeyPair current;
  private volatile boolean stale;
  private String digest;
  private String refused = "";
  private String seen;
  private Instant reminded = Instant.EPOCH;

  private Certificates(
      CertificateFiles files, TlsSettings settings, InstantSource clock, MeterRegistry meters)
      throws CertificateProblem {
    this.files = files;
    this.expiryWarning = settings.expiryWarning();
    this.clock = clock;
    CertificateFiles.Contents contents = files.read();
    current = files.parse(contents);
    digest = contents.digest();
    seen = digest;
    keys.use(current);
    reloads = counter(meters, "loaded");
    failures = counter(meters, "refused");
    Gauge.builder("daybook.tls.certificate.end", this, self -> self.current.end().getEpochSecond())
        .description("When the certificate in use ends, in seconds since 1970")
        .baseUnit("seconds")
        .register(meters);
    Gauge.builder("daybook.tls.certificate.stale", this, self -> self.stale ? 1 : 0)
        .description("1 while the files can't be used and an older certificate is")
        .register(meters);
    LOG.info("TLS certificate {}", current);
    remind();
  }

  /**
   * Reads the files that the settings name.
   *
   * @throws CertificateProblem if they can't be used
   */
  public static Certificates load(TlsSettings settings, InstantSource clock, MeterRegistry meters)
      throws CertificateProblem {
    return new Certificates(new CertificateFiles(settings), settings, clock, meters);
  }

  /** Returns what gives certificate and key to a handshake. */
  public X509ExtendedKeyManager keys() {
    return keys;
  }

  /**
   * Looks at the files, and uses what they hold if that is new and good.
   *
   * <p>What is new and bad is complained of when it is seen a second time: it may have been read
   * while it was being written.
   */
  public synchronized void check() {
    String found = "";
    try {
      CertificateFiles.Contents contents = files.read();
      found = contents.digest();
      if (!found.equals(digest)) {
        use(files.parse(contents));
        digest = found;
      }
      if (stale) {
        LOG.info("the files of the TLS certificate are good again");
      }
      stale = false;
      refused = "";
    } catch (CertificateProblem e) {
      refuse(found, e.words());
    }
    seen = found;
    remind();
  }

  /** Returns what an operator should know of, in words fit for strangers; empty if all is well. */
  public List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    Instant now = clock.instant();
    Instant end = current.end();
    if (stale) {
      warnings.add("the files of the certificate can't be used; an older one is");
    }
    if (!now.isBefore(end)) {
      warnings.add("the certificate has ended");
    } else if (!now.isBefore(end.minus(expiryWarning))) {
      warnings.add("the certificate ends soon");
    }
    return warnings;
  }

  private void use(KeyPair next) throws CertificateProblem {
    Instant now = clock.instant();
    if (!now.isBefore(next.end()) && now.isBefore(current.end())) {
      throw new CertificateProblem("the certificate " + next + " has ended already");
    }
    if (now.isBefore(next.begin()) && now.isBefore(current.end())) {
      throw new CertificateProblem(
          "the certificate " + next + " is not good before " + next.begin());
    }
    keys.use(next);
    current = next;
    reloads.increment();
    reminded = Instant.EPOCH;
    LOG.info("TLS certificate changed: new connections get {}", next);
  }

  private void refuse(String found, String problem) {
    boolean settled = found.equals(seen);
    if (settled && !problem.equals(refused)) {
      refused = problem;
      stale = true;
      failures.increment();
      LOG.warn("the TLS certificate stays as it is: {}", problem);
    }
  }

  private void remind() {
    Instant now = clock.instant();
    Instant end = current.end();
    if (now.isBefore(end.minus(expiryWarning)) || now.isBefore(reminded.plus(REMINDER))) {
      return;
    }
    reminded = now;
    if (now.isBefore(end)) {
      LOG.warn("the TLS certificate ends in {}: {}", inWords(Duration.between(now, end)), current);
    } else {
      LOG.error("the TLS certificate has ended, clients will refuse it: {}", current);
    }
  }

  private static String inWords(Duration left) {
    return left.toDays() >= 2 ? left.toDays() + " days" : left.toHours() + " hours";
  }

  private static Counter counter(MeterRegistry meters, String outcome) {
    return Counter.builder("daybook.tls.reloads")
        .description("Files of the certificate that changed, by what became of them")
        .tag("outcome", outcome)
        .register(meters);
  }
}
