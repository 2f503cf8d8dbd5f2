package daybook.http.tls;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A certificate that vouches for itself, made by the JDK's keytool for localhost and 127.0.0.1.
 *
 * @param keyStore content of the PKCS#12 file
 * @param key the private key
 * @param certificate the certificate
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record TestCertificate(byte[] keyStore, PrivateKey key, X509Certificate certificate) {

  /** Opens key stores and encrypted keys. */
  public static final String PASSWORD = "pass-3f9c1b7e";

  private static final String PBE = "PBEWithHmacSHA256AndAES_128";

  /** Makes one that is good for a long time. */
  public static TestCertificate of(String name) {
    return of(name, "EC", "2020/01/01 00:00:00", 10_000);
  }

  /** Makes one with a key of the given kind and a time of its own. */
  static TestCertificate of(String name, String keyAlgorithm, String start, int days) {
    try {
      Path file = Files.createTempDirectory("keytool").resolve("store.p12");
      keytool(
          "-genkeypair -alias own -storetype PKCS12 -keyalg " + keyAlgorithm,
          "-keystore",
          file.toString(),
          "-storepass",
          PASSWORD,
          "-dname",
          "CN=" + name,
          "-ext",
          "san=dns:localhost,ip:127.0.0.1",
          "-startdate",
          start,
          "-validity",
          Integer.toString(days));
      return read(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs the JDK's keytool; the first argument is split at its spaces. */
  static void keytool(String words, String... more) throws IOException {
    Path program = Path.of(System.getProperty("java.home"), "bin", "keytool");
    List<String> command =
        Stream.of(Stream.of(program.toString()), Stream.of(words.split(" ")), Stream.of(more))
            .flatMap(part -> part)
            .toList();
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IOException(said);
      }
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private static TestCertificate read(byte[] content) throws IOException {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(new ByteArrayInputStream(content), PASSWORD.toCharArray());
      return new TestCertificate(
          content,
          (PrivateKey) store.getKey("own", PASSWORD.toCharArray()),
          (X509Certificate) store.getCertificate("own"));
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  /** Returns the certificate as PEM. */
  public String certificatePem() {
    try {
      return pem("CERTIFICATE", certificate.getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns the key as PEM. */
  public String keyPem() {
    return pem("PRIVATE KEY", key.getEncoded());
  }

  /** Returns the key as PEM that only the password opens. */
  public String encryptedKeyPem() {
    try {
      Cipher cipher = Cipher.getInstance(PBE);
      cipher.init(
          Cipher.ENCRYPT_MODE,
          SecretKeyFactory.getInstance(PBE).generateSecret(new PBEKeySpec(PASSWORD.toCharArray())));
      AlgorithmParameters parameters = AlgorithmParameters.getInstance("PBES2");
      parameters.init(cipher.getParameters().getEncoded());
      return pem(
          "ENCRYPTED PRIVATE KEY",
          new EncryptedPrivateKeyInfo(parameters, cipher.doFinal(key.getEncoded())).getEncoded());
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns what makes a client that trusts these certificates and no others. */
  public static SSLContext trusting(TestCertificate... trusted) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      for (int i = 0; i < trusted.length; i++) {
        store.setCertificateEntry("trusted-" + i, trusted[i].certificate());
      }
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, factory.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String pem(String label, byte[] content) {
    String lines = Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(content);
    return "-----BEGIN " + label + "-----\n" + lines + "\n-----END " + label + "-----\n";
  }

  @Override
  public String toString() {
    return certificate.getSubjectX500Principal().getName();
  }
}
