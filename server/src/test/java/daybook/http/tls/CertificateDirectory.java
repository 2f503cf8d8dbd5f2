package daybook.http.tls;

import daybook.config.Settings;
import daybook.config.SettingsInput;
import daybook.config.TlsSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;

/** A directory where a certificate is put down, and the settings that name its files. */
public record CertificateDirectory(Path path) {

  /** Puts certificate and key down as PEM, each file whole at once. */
  public void put(TestCertificate certificate) {
    write("certificate.pem", certificate.certificatePem());
    write("key.pem", certificate.keyPem());
  }

  /** Replaces a file at once. */
  public Path write(String name, String content) {
    try {
      Path draft = Files.writeString(path.resolve(name + ".new"), content);
      return Files.move(draft, path.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the settings for PEM files, with more settings as keys and values. */
  public TlsSettings pem(String... more) {
    Map<String, String> flags = new HashMap<>();
    flags.put("tls.certificate", path.resolve("certificate.pem").toString());
    flags.put("tls.key", path.resolve("key.pem").toString());
    return settings(flags, more);
  }

  /** Returns the settings for a key store, with more settings as keys and values. */
  TlsSettings keyStore(String... more) {
    Map<String, String> flags = new HashMap<>();
    flags.put("tls.key-store", path.resolve("store.p12").toString());
    return settings(flags, more);
  }

  private TlsSettings settings(Map<String, String> flags, String... more) {
    for (int i = 0; i < more.length; i += 2) {
      flags.put(more[i], more[i + 1]);
    }
    flags.put("store.data-dir", path.toString());
    return Settings.load(SettingsInput.ofFlags(flags)).tls();
  }
}
