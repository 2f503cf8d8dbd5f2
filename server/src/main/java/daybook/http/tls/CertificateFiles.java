package daybook.http.tls;

import com.linecorp.armeria.common.TlsKeyPair;
import daybook.config.TlsSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The files that hold certificate and key: PEM or PKCS#12, with or without a password. */
final class CertificateFiles {

  private static final long LONGEST = 1 << 20;

  private final TlsSettings settings;

  CertificateFiles(TlsSettings settings) {
    this.settings = settings;
  }

  /**
   * What the files held at one moment.
   *
   * @param digest tells contents apart without keeping them
   * @param certificate content of the certificate's file or of the key store
   * @param key content of the key's file; empty for a key store
   * @param password what opens them, empty for none
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared, and gone after one look
  record Contents(String digest, byte[] certificate, byte[] key, String password) {

    @Override
    public String toString() {
      return digest;
    }
  }

  /** Reads the files. */
  Contents read() throws CertificateProblem {
    Path store = settings.keyStore();
    byte[] certificate =
        store == null
            ? bytes("tls.certificate", settings.certificate())
            : bytes("tls.key-store", store);
    byte[] key = store == null ? bytes("tls.key", settings.key()) : new byte[0];
    String password = password();
    return new Contents(digest(certificate, key, password), certificate, key, password);
  }

  /** Makes sense of what was read; certificate and key belong together. */
  KeyPair parse(Contents contents) throws CertificateProblem {
    KeyPair pair = settings.keyStore() == null ? fromPem(contents) : fromKeyStore(contents);
    if (!pair.belongTogether()) {
      throw new CertificateProblem(
          "the private key is not that of the certificate " + pair + " (" + place() + ")");
    }
    return pair;
  }

  private KeyPair fromPem(Contents contents) throws CertificateProblem {
    try {
      TlsKeyPair pair =
          TlsKeyPair.of(
              new ByteArrayInputStream(contents.key()),
              contents.password().isEmpty() ? null : contents.password(),
              new ByteArrayInputStream(contents.certificate()));
      return new KeyPair(pair.privateKey(), pair.certificateChain());
    } catch (RuntimeException e) {
      // What went wrong is told by the library in words that differ from key to key.
      throw new CertificateProblem(
          hasPem(contents.certificate(), "CERTIFICATE-----")
              ? "no private key can be read from "
                  + settings.key()
                  + ": it must be an RSA or EC key as openssl pkcs8 -topk8 writes it"
                  + passwordHint(contents)
              : "there is no certificate in PEM form in " + settings.certificate());
    }
  }

  private KeyPair fromKeyStore(Contents contents) throws CertificateProblem {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      char[] password = contents.password().toCharArray();
      store.load(new ByteArrayInputStream(contents.certificate()), password);
      List<String> keys = new ArrayList<>();
      for (String alias : Collections.list(store.aliases())) {
        if (store.isKeyEntry(alias)) {
          keys.add(alias);
        }
      }
      if (keys.size() != 1) {
        throw new CertificateProblem(
            settings.keyStore() + " holds " + keys.size() + " private keys; it must hold one");
      }
      List<X509Certificate> chain = new ArrayList<>();
      for (Certificate certificate : store.getCertificateChain(keys.get(0))) {
        chain.add((X509Certificate) certificate);
      }
      return new KeyPair((PrivateKey) store.getKey(keys.get(0), password), chain);
    } catch (IOException | GeneralSecurityException | ClassCastException e) {
      throw new CertificateProblem(
          settings.keyStore() + " can't be read as a PKCS#12 key store" + passwordHint(contents));
    }
  }

  private static String passwordHint(Contents contents) {
    return contents.password().isEmpty()
        ? "; if it is encrypted, tls.password or tls.password-file must be set"
        : "; the password may be wrong";
  }

  private static boolean hasPem(byte[] content, String label) {
    return new String(content, StandardCharsets.ISO_8859_1).contains("-----BEGIN " + label);
  }

  private String password() throws CertificateProblem {
    Path file = settings.passwordFile();
    if (file == null) {
      return settings.password().text();
    }
    String text = new String(bytes("tls.password-file", file), StandardCharsets.UTF_8);
    return text.lines().findFirst().orElse("");
  }

  private String place() {
    return settings.keyStore() == null
        ? settings.certificate() + ", " + settings.key()
        : String.valueOf(settings.keyStore());
  }

  private static byte[] bytes(String setting, @Nullable Path file) throws CertificateProblem {
    if (file == null) {
      throw new CertificateProblem(setting + " is not set");
    }
    try {
      if (Files.size(file) > LONGEST) {
        throw new CertificateProblem(setting + ": " + file + " is no such file: it is too long");
      }
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new CertificateProblem(setting + ": there is no file " + file);
    } catch (AccessDeniedException e) {
      throw new CertificateProblem(setting + ": the server may not read " + file);
    } catch (IOException e) {
      throw new CertificateProblem(setting + ": " + file + " can't be read (" + e + ")");
    }
  }

  private static String digest(byte[] certificate, byte[] key, String password)
      throws CertificateProblem {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : List.of(certificate, key, password.getBytes(StandardCharsets.UTF_8))) {
        digest.update(MessageDigest.getInstance("SHA-256").digest(part));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (GeneralSecurityException e) {
      throw new CertificateProblem("this Java has no SHA-256");
    }
  }
}
