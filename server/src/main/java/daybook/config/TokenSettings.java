package daybook.config;

import daybook.config.word.Secret;
import java.time.Duration;
import java.util.List;

/**
 * How long tokens live.
 *
 * @param accessLifetime life of an access token
 * @param pageLifetime life of a page token
 * @param revocationRefresh how often the revoked grants are read again, so the longest time for
 *     which an access token outlives its grant
 * @param secret what tokens are signed with beside the keys in the store; may be empty
 */
public record TokenSettings(
    Duration accessLifetime, Duration pageLifetime, Duration revocationRefresh, Secret secret) {

  private static final int SHORTEST_SECRET = 32;

  private static final Setting<Duration> ACCESS_LIFETIME =
      new Setting<>(
          "tokens.access-lifetime",
          SettingType.duration("1s", "24h"),
          "1h",
          "Life of an access token, in whole seconds.");
  private static final Setting<Duration> PAGE_LIFETIME =
      new Setting<>(
          "tokens.page-lifetime",
          SettingType.duration("1s", "365d"),
          "24h",
          "Life of a page token.");
  private static final Setting<Duration> REVOCATION_REFRESH =
      new Setting<>(
          "tokens.revocation-refresh",
          SettingType.duration("10ms", "1h"),
          "2s",
          "How often the revoked grants are read again: the longest time for which an access token"
              + " outlives its grant.");

  private static final Setting<Secret> SECRET =
      new Setting<>(
          "tokens.secret",
          SettingType.secret(),
          "",
          "Secret of 32 characters or more that tokens are signed with beside the keys in the"
              + " store, so that the store alone is not enough to forge one. The same for all"
              + " servers on one store; a change makes all access and page tokens void. Give it as"
              + " an environment variable.");

  static final List<Setting<?>> CATALOGUE =
      List.of(ACCESS_LIFETIME, PAGE_LIFETIME, REVOCATION_REFRESH, SECRET);

  static TokenSettings from(SettingValues values) {
    Secret secret = values.get(SECRET);
    if (!secret.isEmpty() && secret.text().length() < SHORTEST_SECRET) {
      values.complain(SECRET.key() + " has fewer than " + SHORTEST_SECRET + " characters");
    }
    return new TokenSettings(
        values.get(ACCESS_LIFETIME),
        values.get(PAGE_LIFETIME),
        values.get(REVOCATION_REFRESH),
        secret);
  }
}
