package daybook.config;

import java.time.Duration;
import java.util.List;

/**
 * Where the server listens and what a stranger may send.
 *
 * @param address address to listen on
 * @param port port to listen on; 0 for a free one
 * @param maxConnections connections open at a time
 * @param maxUrlBytes longest request target, in bytes
 * @param maxHeaderBytes most bytes in all headers of a request
 * @param maxBodyBytes longest request body, in bytes
 * @param maxUserAgentChars longest user agent, in characters
 * @param requestTimeout longest time from a request's first byte to its answer
 * @param idleTimeout time after which a connection without a request is closed
 * @param drainTime longest time that a stopping server waits for requests under way
 */
public record ServerSettings(
    String address,
    int port,
    int maxConnections,
    int maxUrlBytes,
    int maxHeaderBytes,
    int maxBodyBytes,
    int maxUserAgentChars,
    Duration requestTimeout,
    Duration idleTimeout,
    Duration drainTime) {

  private static final Setting<String> ADDRESS =
      new Setting<>(
          "server.address",
          SettingType.text("an IP address or host name of this machine"),
          "127.0.0.1",
          "Address to listen on. 0.0.0.0 for all addresses of the machine.");
  private static final Setting<Integer> PORT =
      new Setting<>(
          "server.port",
          SettingType.number(0, 65_535),
          "8080",
          "Port to listen on. 0 picks a free one.");
  private static final Setting<Integer> MAX_CONNECTIONS =
      new Setting<>(
          "server.max-connections",
          SettingType.number(1, 1_000_000),
          "1024",
          "Connections open at a time. More are closed at once.");
  private static final Setting<Integer> MAX_URL_BYTES =
      new Setting<>(
          "server.max-url-bytes",
          SettingType.size("1KiB", "1MiB"),
          "16KiB",
          "Longest path and query of a request.");
  private static final Setting<Integer> MAX_HEADER_BYTES =
      new Setting<>(
          "server.max-header-bytes",
          SettingType.size("1KiB", "1MiB"),
          "16KiB",
          "Most bytes in all headers of a request.");
  private static final Setting<Integer> MAX_BODY_BYTES =
      new Setting<>(
          "server.max-body-bytes",
          SettingType.size("1KiB", "16MiB"),
          "64KiB",
          "Longest body of a request.");
  private static final Setting<Integer> MAX_USER_AGENT_CHARS =
      new Setting<>(
          "server.max-user-agent-chars",
          SettingType.number(1, 100_000),
          "500",
          "Longest user agent, in characters. Amazon refuses more than 500.");
  private static final Setting<Duration> REQUEST_TIMEOUT =
      new Setting<>(
          "server.request-timeout",
          SettingType.duration("10ms", "1h"),
          "10s",
          "Longest time from the first byte of a request to the end of its answer.");
  private static final Setting<Duration> IDLE_TIMEOUT =
      new Setting<>(
          "server.idle-timeout",
          SettingType.duration("10ms", "24h"),
          "60s",
          "Time after which a connection that carries no request is closed.");
  private static final Setting<Duration> DRAIN_TIME =
      new Setting<>(
          "server.drain-time",
          SettingType.duration("0s", "1h"),
          "10s",
          "Longest time that a stopping server waits for requests under way.");

  static final List<Setting<?>> CATALOGUE =
      List.of(
          ADDRESS,
          PORT,
          MAX_CONNECTIONS,
          MAX_URL_BYTES,
          MAX_HEADER_BYTES,
          MAX_BODY_BYTES,
          MAX_USER_AGENT_CHARS,
          REQUEST_TIMEOUT,
          IDLE_TIMEOUT,
          DRAIN_TIME);

  static ServerSettings from(SettingValues values) {
    return new ServerSettings(
        values.get(ADDRESS),
        values.get(PORT),
        values.get(MAX_CONNECTIONS),
        values.get(MAX_URL_BYTES),
        values.get(MAX_HEADER_BYTES),
        values.get(MAX_BODY_BYTES),
        values.get(MAX_USER_AGENT_CHARS),
        values.get(REQUEST_TIMEOUT),
        values.get(IDLE_TIMEOUT),
        values.get(DRAIN_TIME));
  }
}
