package daybook.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import daybook.http.tls.CertificateDirectory;
import daybook.http.tls.TestCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server process that speaks TLS. */
class TlsIT {

  @TempDir Path directory;

  @Test
  void certificateThatChanges_isShownWithoutARestart() throws Exception {
    TestCertificate alder = TestCertificate.of("alder");
    TestCertificate birch = TestCertificate.of("birch");
    CertificateDirectory files = new CertificateDirectory(directory);
    files.put(alder);
    new Program(directory).run(words("account create acme --data data")).good();
    HttpClient client = trusting(alder);
    try (RunningServer server =
        RunningServer.start(
            client,
            directory,
            words(
                "--data data --port 0 --set tls.check-interval=50ms --set tls.plain-port=0"
                    + " --set tls.certificate=certificate.pem --set tls.key=key.pem"))) {
      assertThat(server.get("/health/ready", "x").body()).isEqualTo("{\"status\":\"up\"}");
      assertThat(server.printed()).containsPattern("In plain on http://127\\.0\\.0\\.1:\\d+\n");
      files.put(birch);

      awaitLine(server, "TLS certificate changed: new connections get CN=birch");
      // The connection is still that of before.
      assertThat(server.get("/health/ready", "x").statusCode()).isEqualTo(200);
      try (SSLSocket fresh = connect(server, birch, "TLSv1.3")) {
        fresh.startHandshake();
      }
      try (SSLSocket fresh = connect(server, alder, "TLSv1.3")) {
        assertThatThrownBy(fresh::startHandshake).isInstanceOf(SSLHandshakeException.class);
      }

      files.write("key.pem", "broken");
      awaitLine(server, "the TLS certificate stays as it is: no private key can be read from ");
      try (SSLSocket fresh = connect(server, birch, "TLSv1.2")) {
        fresh.startHandshake();
        // A second handshake on the same connection costs the server more than the client.
        fresh.startHandshake();
        assertThatThrownBy(() -> fresh.getInputStream().read()).isInstanceOf(SSLException.class);
      }
    }
  }

  @Test
  void filesThatCannotBeUsed_stopTheStartInOneLine() throws Exception {
    Program program = new Program(directory);
    program.run(words("account create acme --data data")).good();
    String serve = "serve --data data --port 0 --set tls.certificate=a.pem --set tls.key=b.pem";

    Program.Result missing = program.run(words(serve));
    assertThat(missing.exitCode()).isEqualTo(2);
    assertThat(missing.err())
        .isEqualTo("daybook: TLS can't be spoken: tls.certificate: there is no file a.pem\n");

    TestCertificate alder = TestCertificate.of("alder");
    Files.writeString(directory.resolve("a.pem"), alder.certificatePem());
    Files.writeString(directory.resolve("b.pem"), TestCertificate.of("birch").keyPem());
    Program.Result wrong = program.run(words(serve));
    assertThat(wrong.exitCode()).isEqualTo(2);
    assertThat(wrong.err())
        .startsWith(
            "daybook: TLS can't be spoken: the private key is not that of the certificate CN=alder");
    assertThat(wrong.err().lines()).hasSize(1);
  }

  // The lines that docs/operating.md gives to those who have no certificate.
  @Test
  void documentedLines_makeACertificateThatClientsCanTrust() throws Exception {
    List<String> lines =
        Files.readString(Path.of("..", "docs", "operating.md"))
            .lines()
            .filter(line -> line.startsWith("    keytool "))
            .map(line -> line.strip().substring("keytool ".length()))
            .toList();
    assertThat(lines).hasSize(2);
    for (String line : lines) {
      runKeytool(line);
    }
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    X509Certificate certificate;
    try (var in = Files.newInputStream(directory.resolve("daybook.pem"))) {
      certificate =
          (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
    }
    trusted.setCertificateEntry("own", certificate);
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(trusted);
    var context = SSLContext.getInstance("TLS");
    context.init(null, factory.getTrustManagers(), null);
    HttpClient client = HttpClient.newBuilder().sslContext(context).build();

    try (RunningServer server =
        RunningServer.start(
            client,
            directory,
            words(
                "--demo --demo-orders 20 --data demo --port 0 --set tls.key-store=daybook.p12"
                    + " --set tls.password=changeit"))) {
      assertThat(server.get("/health/ready", "x").statusCode()).isEqualTo(200);
      String facts = Files.readString(directory.resolve("demo").resolve("demo.json"));
      assertThat(facts).contains("\"baseUrl\":\"https://127.0.0.1:" + server.port() + "\"");
    }
  }

  private void runKeytool(String line) throws IOException, InterruptedException {
    Path program = Path.of(System.getProperty("java.home"), "bin", "keytool");
    Process process =
        new ProcessBuilder("sh", "-c", program + " " + line)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }

  private static void awaitLine(RunningServer server, String text) throws Exception {
    long start = System.nanoTime();
    while (!server.logged().contains(text)
        && System.nanoTime() - start < Duration.ofSeconds(30).toNanos()) {
      assertThat(server.livesOn(20)).isTrue();
    }
    assertThat(server.logged()).contains(text);
  }

  private static HttpClient trusting(TestCertificate certificate) {
    return HttpClient.newBuilder().sslContext(TestCertificate.trusting(certificate)).build();
  }

  private static SSLSocket connect(RunningServer server, TestCertificate trusted, String protocol)
      throws IOException {
    SSLSocket socket =
        (SSLSocket)
            TestCertificate.trusting(trusted)
                .getSocketFactory()
                .createSocket(InetAddress.getLoopbackAddress(), server.port());
    socket.setSoTimeout(20_000);
    socket.setEnabledProtocols(new String[] {protocol});
    return socket;
  }

  private static String[] words(String line) {
    return Stream.of(line.split(" ")).toArray(String[]::new);
  }
}
