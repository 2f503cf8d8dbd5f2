package daybook.http.tls;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import daybook.MutableClock;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Files of a certificate that change while a server uses it. */
final class CertificatesTest {

  private static final Instant NOW = Instant.parse("2025-06-01T12:00:00Z");

  /** Good for a year from the beginning of 2025. */
  private static TestCertificate alder;

  /** Good for a year from the middle of 2025. */
  private static TestCertificate birch;

  private static final Instant ALDERS_END = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir Path path;
  private final MutableClock clock = new MutableClock(NOW);
  private final PrometheusMeterRegistry meters =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private CertificateDirectory directory;
  private Certificates certificates;

  @BeforeAll
  static void make() {
    alder = TestCertificate.of("alder", "EC", "2025/01/01 00:00:00", 365);
    birch = TestCertificate.of("birch", "EC", "2025/06/15 00:00:00", 365);
  }

  @BeforeEach
  void load() throws Exception {
    log.start();
    ((Logger) LoggerFactory.getLogger(Certificates.class)).addAppender(log);
    directory = new CertificateDirectory(path);
    directory.put(alder);
    certificates = Certificates.load(directory.pem(), clock, meters);
    assertThat(logged()).singleElement().asString().startsWith("INFO TLS certificate CN=alder");
    log.list.clear();
  }

  @AfterEach
  void detach() {
    ((Logger) LoggerFactory.getLogger(Certificates.class)).detachAppender(log);
  }

  @Test
  void filesThatDoNotChange_changeNothing() {
    certificates.check();
    certificates.check();

    assertThat(shown()).isEqualTo("alder");
    assertThat(logged()).isEmpty();
    assertThat(certificates.warnings()).isEmpty();
    assertThat(metric("daybook_tls_reloads_total{outcome=\"loaded\"}")).isZero();
  }

  @Test
  void newFiles_areUsedAtOnce() {
    clock.advance(Duration.ofDays(30));
    directory.put(birch);
    certificates.check();

    assertThat(shown()).isEqualTo("birch");
    assertThat(logged())
        .singleElement()
        .asString()
        .startsWith("INFO TLS certificate changed: new connections get CN=birch");
    assertThat(metric("daybook_tls_reloads_total{outcome=\"loaded\"}")).isEqualTo(1);
    assertThat(metric("daybook_tls_certificate_end_seconds"))
        .isEqualTo((double) Instant.parse("2026-06-15T00:00:00Z").getEpochSecond());
  }

  @Test
  void handshakeUnderWay_getsKeyAndCertificateOfOneKind() {
    String name = certificates.keys().chooseEngineServerAlias("EC", null, null);
    clock.advance(Duration.ofDays(30));
    directory.put(birch);
    certificates.check();

    assertThat(certificates.keys().getPrivateKey(name)).isEqualTo(alder.key());
    assertThat(certificates.keys().getCertificateChain(name)).containsExactly(alder.certificate());
    assertThat(certificates.keys().getPrivateKey("daybook-7")).isNull();
    assertThat(certificates.keys().getCertificateChain("daybook-7")).isNull();
    assertThat(certificates.keys().chooseEngineServerAlias("RSA", null, null)).isNull();
    assertThat(certificates.keys().getClientAliases("EC", null)).isNull();
  }

  @Test
  void filesHalfWritten_areComplainedOfOnlyWhenTheyStayLikeThat() {
    clock.advance(Duration.ofDays(30));
    directory.write("certificate.pem", birch.certificatePem());
    certificates.check();
    assertThat(logged()).isEmpty();
    assertThat(certificates.warnings()).isEmpty();

    directory.write("key.pem", birch.keyPem());
    certificates.check();
    assertThat(shown()).isEqualTo("birch");
    assertThat(logged()).hasSize(1);
    assertThat(metric("daybook_tls_reloads_total{outcome=\"refused\"}")).isZero();
  }

  @Test
  void badFiles_leaveTheCertificateAndAreComplainedOfOnce() throws Exception {
    directory.write("key.pem", "nonsense");
    for (int i = 0; i < 5; i++) {
      certificates.check();
    }

    assertThat(shown()).isEqualTo("alder");
    assertThat(logged())
        .singleElement()
        .asString()
        .startsWith("WARN the TLS certificate stays as it is: no private key can be read from ");
    assertThat(certificates.warnings())
        .containsExactly("the files of the certificate can't be used; an older one is");
    assertThat(metric("daybook_tls_certificate_stale")).isEqualTo(1);
    assertThat(metric("daybook_tls_reloads_total{outcome=\"refused\"}")).isEqualTo(1);

    log.list.clear();
    Files.delete(path.resolve("key.pem"));
    certificates.check();
    certificates.check();
    assertThat(logged()).singleElement().asString().contains("tls.key: there is no file");

    directory.put(alder);
    certificates.check();
    assertThat(certificates.warnings()).isEmpty();
    assertThat(metric("daybook_tls_certificate_stale")).isZero();
    assertThat(logged()).last().isEqualTo("INFO the files of the TLS certificate are good again");
  }

  @Test
  void certificateThatIsNotGoodYet_waitsUntilItIs() {
    directory.put(birch);
    certificates.check();
    certificates.check();
    assertThat(shown()).isEqualTo("alder");
    assertThat(logged())
        .singleElement()
        .asString()
        .contains("is not good before 2025-06-15T00:00:00Z");

    clock.advance(Duration.ofDays(14));
    certificates.check();
    assertThat(shown()).isEqualTo("birch");
    assertThat(certificates.warnings()).isEmpty();
  }

  @Test
  void certificateThatHasEnded_doesNotReplaceOneThatHasNot() throws Exception {
    directory.put(TestCertificate.of("past", "EC", "2025/01/01 00:00:00", 10));
    certificates.check();
    certificates.check();

    assertThat(shown()).isEqualTo("alder");
    assertThat(logged()).singleElement().asString().contains("CN=past").contains("has ended");
  }

  @Test
  void certificateThatHadEndedAtTheStart_isUsedAndComplainedOf() throws Exception {
    clock.advance(Duration.between(NOW, ALDERS_END));
    certificates =
        Certificates.load(
            directory.pem(), clock, new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));

    assertThat(shown()).isEqualTo("alder");
    assertThat(logged())
        .last()
        .asString()
        .startsWith("ERROR the TLS certificate has ended, clients will refuse it: CN=alder");
    assertThat(certificates.warnings()).containsExactly("the certificate has ended");
    // Anything is better than that: even one that has ended later.
    directory.put(TestCertificate.of("later", "EC", "2025/01/01 00:00:00", 364));
    certificates.check();
    assertThat(shown()).isEqualTo("later");
  }

  @Test
  void endOfACertificate_isWarnedOfOnceADay() {
    clock.advance(Duration.between(NOW, ALDERS_END.minus(Duration.ofDays(14)).minusSeconds(1)));
    certificates.check();
    assertThat(logged()).isEmpty();
    assertThat(certificates.warnings()).isEmpty();

    clock.advance(Duration.ofSeconds(1));
    certificates.check();
    certificates.check();
    assertThat(logged())
        .singleElement()
        .asString()
        .startsWith("WARN the TLS certificate ends in 14 days: CN=alder");
    assertThat(certificates.warnings()).containsExactly("the certificate ends soon");
    for (int day = 0; day < 14; day++) {
      clock.advance(Duration.ofDays(1));
      certificates.check();
    }

    List<String> all = logged();
    assertThat(all).hasSize(15);
    assertThat(all.get(13)).contains("ends in 24 hours");
    assertThat(all.get(14)).startsWith("ERROR the TLS certificate has ended");
  }

  private String shown() {
    String name = certificates.keys().chooseEngineServerAlias("EC", null, null);
    return certificates
        .keys()
        .getCertificateChain(name)[0]
        .getSubjectX500Principal()
        .getName()
        .substring(3);
  }

  private List<String> logged() {
    return log.list.stream()
        .map(event -> event.getLevel() + " " + event.getFormattedMessage())
        .toList();
  }

  private double metric(String name) {
    return meters
        .scrape()
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
        .findFirst()
        .orElseThrow();
  }
}
