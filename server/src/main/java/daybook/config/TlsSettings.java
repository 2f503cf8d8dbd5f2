package daybook.config;

import daybook.config.word.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether the port speaks TLS, and with which certificate.
 *
 * @param certificate PEM file of the certificate and those that vouch for it; null for none
 * @param key PEM file of its key; null exactly if there is no such certificate
 * @param keyStore PKCS#12 file that holds both instead; null for none
 * @param password opens the key or the key store
 * @param passwordFile file whose first line is the password instead; null for none
 * @param plainPort port that speaks plain HTTP beside it, 0 for a free one; null for none
 * @param checkInterval how often the files are looked at
 * @param expiryWarning how long before its end a certificate is complained of
 */
public record TlsSettings(
    @Nullable Path certificate,
    @Nullable Path key,
    @Nullable Path keyStore,
    Secret password,
    @Nullable Path passwordFile,
    @Nullable Integer plainPort,
    Duration checkInterval,
    Duration expiryWarning) {

  private static final String NONE = "none";

  private static final Setting<Optional<Path>> CERTIFICATE =
      new Setting<>(
          "tls.certificate",
          SettingType.orNone(SettingType.file()),
          NONE,
          "PEM file of the server's certificate, followed by those that vouch for it. With it (or"
              + " tls.key-store) the port speaks TLS 1.2 and 1.3, HTTP/1.1 and HTTP/2. The file is"
              + " taken anew when it changes.");
  private static final Setting<Optional<Path>> KEY =
      new Setting<>(
          "tls.key",
          SettingType.orNone(SettingType.file()),
          NONE,
          "PEM file of the certificate's private key, encrypted or not.");
  private static final Setting<Optional<Path>> KEY_STORE =
      new Setting<>(
          "tls.key-store",
          SettingType.orNone(SettingType.file()),
          NONE,
          "PKCS#12 file with certificate and key, in place of tls.certificate and tls.key.");
  private static final Setting<Secret> PASSWORD =
      new Setting<>(
          "tls.password",
          SettingType.secret(),
          "",
          "Password of the key or the key store. Others on the machine can read a command line, so"
              + " give it as an environment variable or in a file.");
  private static final Setting<Optional<Path>> PASSWORD_FILE =
      new Setting<>(
          "tls.password-file",
          SettingType.orNone(SettingType.file()),
          NONE,
          "File whose first line is that password.");
  private static final Setting<Optional<Integer>> PLAIN_PORT =
      new Setting<>(
          "tls.plain-port",
          SettingType.orNone(SettingType.number(0, 65_535)),
          NONE,
          "Port that speaks plain HTTP beside the one that speaks TLS. 0 picks a free one.");
  private static final Setting<Duration> CHECK_INTERVAL =
      new Setting<>(
          "tls.check-interval",
          SettingType.duration("10ms", "24h"),
          "10s",
          "How often the files are looked at. Files that can't be used leave the certificate in"
              + " use as it is.");
  private static final Setting<Duration> EXPIRY_WARNING =
      new Setting<>(
          "tls.expiry-warning",
          SettingType.duration("0s", "365d"),
          "14d",
          "How long before the certificate's end log and health begin to warn of it.");

  static final List<Setting<?>> CATALOGUE =
      List.of(
          CERTIFICATE,
          KEY,
          KEY_STORE,
          PASSWORD,
          PASSWORD_FILE,
          PLAIN_PORT,
          CHECK_INTERVAL,
          EXPIRY_WARNING);

  /** Says whether the port speaks TLS. */
  public boolean enabled() {
    return certificate != null || keyStore != null;
  }

  static TlsSettings from(SettingValues values) {
    TlsSettings settings =
        new TlsSettings(
            values.get(CERTIFICATE).orElse(null),
            values.get(KEY).orElse(null),
            values.get(KEY_STORE).orElse(null),
            values.get(PASSWORD),
            values.get(PASSWORD_FILE).orElse(null),
            values.get(PLAIN_PORT).orElse(null),
            values.get(CHECK_INTERVAL),
            values.get(EXPIRY_WARNING));
    settings.check(values);
    return settings;
  }

  // What does not fit together; each setting alone has been checked.
  private void check(SettingValues values) {
    if ((certificate == null) != (key == null)) {
      values.complain(
          "tls.certificate and tls.key go together: only "
              + (key == null ? "tls.certificate" : "tls.key")
              + " is set");
    }
    if (keyStore != null && (certificate != null || key != null)) {
      values.complain(
          "tls.key-store takes the place of tls.certificate and tls.key: set one or the other");
    }
    if (!password.isEmpty() && passwordFile != null) {
      values.complain("set tls.password or tls.password-file, not both");
    }
    if (plainPort != null && !enabled()) {
      values.complain(
          "tls.plain-port is for a server that speaks TLS: set tls.certificate or tls.key-store,"
              + " or choose the port by server.port");
    }
  }
}
