package daybook.config;

import java.time.Duration;
import java.util.List;

/**
 * How long tokens live.
 *
 * @param accessLifetime life of an access token
 * @param pageLifetime life of a page token
 * @param revocationRefresh how often the revoked grants are read again, so the longest time for
 *     which an access token outlives its grant
 */
public record TokenSettings(
    Duration accessLifetime, Duration pageLifetime, Duration revocationRefresh) {

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

  static final List<Setting<?>> CATALOGUE =
      List.of(ACCESS_LIFETIME, PAGE_LIFETIME, REVOCATION_REFRESH);

  static TokenSettings from(SettingValues values) {
    return new TokenSettings(
        values.get(ACCESS_LIFETIME), values.get(PAGE_LIFETIME), values.get(REVOCATION_REFRESH));
  }
}
