package daybook.http;

import static daybook.http.TestServer.RANGE;
import static daybook.http.TestServer.REPORTS;
import static daybook.http.TestServer.SETTINGS;
import static daybook.http.TestServer.request;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import daybook.config.ServerSettings;
import daybook.http.tls.CertificateDirectory;
import daybook.http.tls.TestCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** TLS over real sockets: what is spoken, what is refused, and a certificate that changes. */
@Timeout(20)
final class TlsTest {

  private static final Duration LIMIT = Duration.ofMillis(500);

  private static TestCertificate alder;
  private static TestCertificate birch;

  @TempDir static Path data;
  @TempDir static Path path;
  private static CertificateDirectory directory;
  private static TestServer server;

  @BeforeAll
  static void start() {
    alder = TestCertificate.of("alder");
    birch = TestCertificate.of("birch");
    directory = new CertificateDirectory(path);
    directory.put(alder);
    ServerSettings settings =
        new ServerSettings(
            "127.0.0.1",
            0,
            100,
            SETTINGS.maxUrlBytes(),
            SETTINGS.maxHeaderBytes(),
            SETTINGS.maxBodyBytes(),
            500,
            LIMIT,
            Duration.ofSeconds(3),
            Duration.ofSeconds(1));
    server =
        new TestServer(
            data, TestServer.UNLIMITED.with(settings), directory.pem("tls.plain-port", "0"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @AfterEach
  void backToAlder() {
    directory.put(alder);
    server.certificates.check();
  }

  @ParameterizedTest
  @EnumSource(HttpClient.Version.class)
  void bothVersionsOfHttp_areSpoken(HttpClient.Version version) throws Exception {
    HttpResponse<String> answer = get(client(version, alder), REPORTS + RANGE);

    assertThat(answer.version()).isEqualTo(version);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).endsWith("\"size\":0}");
    assertThat(answer.headers().firstValue("x-amzn-requestid")).isPresent();
    assertThat(answer.sslSession().orElseThrow().getProtocol()).isEqualTo("TLSv1.3");
  }

  @ParameterizedTest
  @CsvSource({
    "TLSv1.3, TLS_AES_128_GCM_SHA256, true",
    "TLSv1.2, TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, true",
    "TLSv1.2, TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA, false",
    "TLSv1.2, TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256, false",
    "TLSv1.1, TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA, false",
    "TLSv1, TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA, false"
  })
  void onlyNewTls_withStrongCiphersIsSpoken(String protocol, String cipher, boolean spoken)
      throws Exception {
    try (SSLSocket socket = connect(TestCertificate.trusting(alder))) {
      socket.setEnabledCipherSuites(new String[] {cipher});
      socket.setEnabledProtocols(new String[] {protocol});
      if (spoken) {
        assertThat(ask(socket, REPORTS + RANGE).status()).isEqualTo(200);
        assertThat(socket.getSession().getCipherSuite()).isEqualTo(cipher);
      } else {
        assertThatThrownBy(socket::startHandshake).isInstanceOf(SSLException.class);
      }
    }
  }

  @Test
  void otherName_isNotTheCertificates() {
    HttpClient client = client(HttpClient.Version.HTTP_1_1, birch);

    assertThatThrownBy(() -> get(client, "/health/live")).isInstanceOf(SSLHandshakeException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"GET / HTTP/1.1\r\n\r\n", "\0\0\0\0\0\0\0\0", "\u0016\u0003\u0001\0\u0005hello"})
  void plainBytes_onThePortOfTlsGetNoAnswer(String bytes) throws IOException {
    try (Wire wire = server.connect()) {
      wire.send(bytes);
      // An alert of TLS is all that may come back.
      assertThat(wire.untilClosed()).isLessThan(64);
    }
  }

  @Test
  void handshakeThatDoesNotEnd_isCutOff() throws IOException {
    try (Wire wire = server.connect()) {
      long start = System.nanoTime();
      wire.send("\u0016\u0003\u0001\u0002\0\u0001");
      assertThat(wire.untilClosed()).isLessThan(64);
      assertThat(System.nanoTime() - start)
          .isBetween(LIMIT.toNanos() / 2, TimeUnit.SECONDS.toNanos(20));
    }
  }

  @Test
  void answerOfTheLibrary_hasAnIdOverTlsToo() throws IOException {
    try (SSLSocket socket = connect(TestCertificate.trusting(alder))) {
      send(socket, request("OPTIONS", "*", null));
      assertThat(Answer.read(socket.getInputStream(), true).header("x-amzn-requestid")).isPresent();
    }
  }

  @Test
  void plainPort_isStillThere() throws IOException {
    try (Wire wire = new Wire(server.server.plainPort())) {
      Answer answer = wire.send(request("GET", REPORTS + RANGE, server.accessToken)).answer();
      assertThat(answer.status()).isEqualTo(200);
    }
    assertThat(server.server.plainPort()).isNotEqualTo(server.port());
  }

  @Test
  void connectionThatIsOpen_outlivesNewCertificates() throws Exception {
    try (SSLSocket before = connect(TestCertificate.trusting(alder))) {
      assertThat(ask(before, REPORTS + RANGE).status()).isEqualTo(200);
      for (TestCertificate next : new TestCertificate[] {birch, alder, birch}) {
        directory.put(next);
        server.certificates.check();
        assertThat(ask(before, REPORTS + RANGE).status()).isEqualTo(200);
      }
      try (SSLSocket after = connect(TestCertificate.trusting(birch))) {
        assertThat(ask(after, REPORTS + RANGE).status()).isEqualTo(200);
        assertThat(after.getSession().getPeerCertificates()).containsExactly(birch.certificate());
      }
    }
    HttpClient old = client(HttpClient.Version.HTTP_2, alder);
    assertThatThrownBy(() -> get(old, "/health/live")).isInstanceOf(SSLHandshakeException.class);
  }

  @Test
  void http2Connection_outlivesANewCertificate() throws Exception {
    HttpClient client = client(HttpClient.Version.HTTP_2, alder);
    assertThat(get(client, "/health/live").statusCode()).isEqualTo(200);
    directory.put(birch);
    server.certificates.check();

    // The client trusts alder only: a new connection would fail.
    assertThat(get(client, "/health/live").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void session_canBeTakenUpAgainAndOutlivesNewCertificates(String protocol) throws Exception {
    SSLContext client = TestCertificate.trusting(alder, birch);
    long created = sessionOf(client, protocol).getCreationTime();
    assertThat(sessionOf(client, protocol).getCreationTime()).isEqualTo(created);
    for (TestCertificate next : new TestCertificate[] {birch, alder, birch, alder}) {
      directory.put(next);
      server.certificates.check();
      // With the old session or with a new one: it answers.
      assertThat(sessionOf(client, protocol).isValid()).isTrue();
    }
  }

  @Test
  void idleHttp2Connection_isNotCutOffLikeAnUnfinishedRequest() throws Exception {
    try (SSLSocket socket = connect(TestCertificate.trusting(alder))) {
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setApplicationProtocols(new String[] {"h2"});
      socket.setSSLParameters(parameters);
      Http2Wire wire = new Http2Wire(socket);
      assertThat(wire.get(1, "/health/live", "localhost")).isEqualTo(200);
      long start = System.nanoTime();
      // Twice the time a request may take, with bytes that belong to none.
      for (int i = 0; System.nanoTime() - start < 2 * LIMIT.toNanos(); i++) {
        wire.ping(i);
      }
      assertThat(wire.get(3, "/health/live", "localhost")).isEqualTo(200);
      // The idle timeout still holds.
      assertThat(wire.untilClosed()).isTrue();
    }
  }

  @Test
  void troubleWithTheFiles_isInHealthAndMetrics() throws Exception {
    HttpClient client = client(HttpClient.Version.HTTP_2, alder);
    assertThat(get(client, "/health/ready").body()).isEqualTo("{\"status\":\"up\"}");
    directory.write("key.pem", "nonsense");
    server.certificates.check();
    server.certificates.check();

    HttpResponse<String> ready = get(client, "/health/ready");
    assertThat(ready.statusCode()).isEqualTo(200);
    assertThat(ready.body())
        .isEqualTo(
            "{\"status\":\"up\",\"warnings\":[\"the files of the certificate can't be used; an"
                + " older one is\"]}");
    assertThat(get(client, "/metrics").body())
        .contains("daybook_tls_certificate_stale 1.0")
        .contains("daybook_tls_certificate_end_seconds");
    assertThat(get(client(HttpClient.Version.HTTP_1_1, alder), "/health/live").statusCode())
        .isEqualTo(200);
  }

  private static SSLSession sessionOf(SSLContext client, String protocol) throws IOException {
    try (SSLSocket socket = connect(client)) {
      socket.setEnabledProtocols(new String[] {protocol});
      assertThat(ask(socket, "/health/live").status()).isEqualTo(200);
      return socket.getSession();
    }
  }

  private static HttpClient client(HttpClient.Version version, TestCertificate trusted) {
    return HttpClient.newBuilder()
        .version(version)
        .sslContext(TestCertificate.trusting(trusted))
        .build();
  }

  private static HttpResponse<String> get(HttpClient client, String target)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create("https://localhost:" + server.port() + target))
            .header("x-amz-access-token", server.accessToken)
            .build(),
        BodyHandlers.ofString());
  }

  private static SSLSocket connect(SSLContext context) throws IOException {
    SSLSocket socket =
        (SSLSocket)
            context
                .getSocketFactory()
                .createSocket(InetAddress.getLoopbackAddress(), server.port());
    socket.setSoTimeout(20_000);
    return socket;
  }

  private static Answer ask(SSLSocket socket, String target) throws IOException {
    send(socket, request("GET", target, server.accessToken));
    return Answer.read(socket.getInputStream(), true);
  }

  private static void send(SSLSocket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(ISO_8859_1));
    socket.getOutputStream().flush();
  }
}
