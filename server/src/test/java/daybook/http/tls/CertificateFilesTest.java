package daybook.http.tls;

import static daybook.http.tls.TestCertificate.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import daybook.config.TlsSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Certificates and keys in all the forms they come in, and what is said of those that don't. */
final class CertificateFilesTest {

  private static TestCertificate alder;
  private static TestCertificate birch;

  @TempDir Path path;
  private CertificateDirectory directory;

  @BeforeAll
  static void make() {
    alder = TestCertificate.of("alder");
    birch = TestCertificate.of("birch");
  }

  @BeforeEach
  void prepare() throws IOException {
    directory = new CertificateDirectory(path);
    directory.put(alder);
    Files.write(path.resolve("store.p12"), alder.keyStore());
  }

  @ParameterizedTest
  @ValueSource(strings = {"EC", "RSA"})
  void pem_isReadWithKeysOfEveryKind(String algorithm) throws Exception {
    TestCertificate certificate =
        TestCertificate.of("kind", algorithm, "2020/01/01 00:00:00", 10_000);
    directory.put(certificate);

    KeyPair pair = load(directory.pem());

    assertThat(pair.key()).isEqualTo(certificate.key());
    assertThat(pair.chain()).containsExactly(certificate.certificate());
  }

  @Test
  void pem_keepsThoseThatVouch() throws Exception {
    directory.write("certificate.pem", alder.certificatePem() + birch.certificatePem());

    assertThat(load(directory.pem()).chain())
        .containsExactly(alder.certificate(), birch.certificate());
  }

  @Test
  void pem_keyMayBeEncrypted() throws Exception {
    directory.write("key.pem", alder.encryptedKeyPem());
    Path file = directory.write("password", PASSWORD + "\nmore\n");

    assertThat(load(directory.pem("tls.password", PASSWORD)).key()).isEqualTo(alder.key());
    assertThat(load(directory.pem("tls.password-file", file.toString())).key())
        .isEqualTo(alder.key());
  }

  @Test
  void keyStore_holdsBoth() throws Exception {
    KeyPair pair = load(directory.keyStore("tls.password", PASSWORD));

    assertThat(pair.key()).isEqualTo(alder.key());
    assertThat(pair.chain()).containsExactly(alder.certificate());
  }

  @ParameterizedTest
  @CsvSource({"certificate.pem, tls.certificate", "key.pem, tls.key", "store.p12, tls.key-store"})
  void missingFile_isNamedWithItsSetting(String name, String setting) throws Exception {
    Files.delete(path.resolve(name));

    assertThat(problem(name.equals("store.p12") ? directory.keyStore() : directory.pem()))
        .isEqualTo(setting + ": there is no file " + path.resolve(name));
  }

  @Test
  void missingPasswordFile_isNamed() {
    Path file = path.resolve("nowhere");

    assertThat(problem(directory.pem("tls.password-file", file.toString())))
        .isEqualTo("tls.password-file: there is no file " + file);
  }

  @Test
  void directoryInPlaceOfAFile_isRefused() {
    assertThat(problem(directory.pem("tls.key", path.toString())))
        .startsWith("tls.key: " + path + " can't be read (");
  }

  @Test
  void keyOfAnotherCertificate_isRefused() {
    directory.write("key.pem", birch.keyPem());

    assertThat(problem(directory.pem()))
        .startsWith("the private key is not that of the certificate CN=alder, serial number ")
        .contains(path.resolve("certificate.pem").toString(), path.resolve("key.pem").toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nonsense", "-----BEGIN X-----\nAAAA\n-----END X-----\n"})
  void fileWithoutACertificate_isRefused(String content) {
    directory.write("certificate.pem", content);

    assertThat(problem(directory.pem()))
        .isEqualTo("there is no certificate in PEM form in " + path.resolve("certificate.pem"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n",
        "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n"
      })
  void fileWithoutAKey_isRefused(String content) {
    directory.write("key.pem", content);

    assertThat(problem(directory.pem()))
        .isEqualTo(
            "no private key can be read from "
                + path.resolve("key.pem")
                + ": it must be an RSA or EC key as openssl pkcs8 -topk8 writes it; if it is"
                + " encrypted, tls.password or tls.password-file must be set");
  }

  @Test
  void wrongPassword_isSaidToBePossiblyWrongAndNotShown() {
    directory.write("key.pem", alder.encryptedKeyPem());

    assertThat(problem(directory.pem("tls.password", "sesame")))
        .endsWith("the password may be wrong")
        .doesNotContain("sesame");
    assertThat(problem(directory.keyStore("tls.password", "sesame")))
        .isEqualTo(
            path.resolve("store.p12")
                + " can't be read as a PKCS#12 key store; the password may be wrong");
  }

  @Test
  void keyStore_withTwoKeysIsRefused() throws Exception {
    TestCertificate.keytool(
        "-genkeypair -alias other -storetype PKCS12 -keyalg EC -dname CN=other",
        "-keystore",
        path.resolve("store.p12").toString(),
        "-storepass",
        PASSWORD);

    assertThat(problem(directory.keyStore("tls.password", PASSWORD)))
        .isEqualTo(path.resolve("store.p12") + " holds 2 private keys; it must hold one");
  }

  @Test
  void hugeFile_isNotReadAtAll() {
    directory.write("key.pem", "x".repeat((1 << 20) + 1));

    assertThat(problem(directory.pem())).endsWith("is no such file: it is too long");
  }

  @Test
  void contents_areToldApartAndNotShown() throws Exception {
    TlsSettings plain = directory.pem();
    String before = new CertificateFiles(plain).read().toString();
    assertThat(new CertificateFiles(plain).read().digest()).isEqualTo(before);

    assertThat(new CertificateFiles(directory.pem("tls.password", "x")).read().digest())
        .isNotEqualTo(before);
    directory.write("certificate.pem", alder.certificatePem() + "\n");
    assertThat(new CertificateFiles(plain).read().digest()).isNotEqualTo(before);
    assertThat(load(plain).toString()).startsWith("CN=alder, serial number ");
  }

  private static KeyPair load(TlsSettings settings) throws CertificateProblem {
    CertificateFiles files = new CertificateFiles(settings);
    return files.parse(files.read());
  }

  private static String problem(TlsSettings settings) {
    return assertThatExceptionOfType(CertificateProblem.class)
        .isThrownBy(() -> load(settings))
        .actual()
        .getMessage();
  }
}
