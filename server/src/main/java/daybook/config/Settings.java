package daybook.config;

/**
 * Everything an operator can choose, checked and typed.
 *
 * @param server where the server listens and what a stranger may send
 * @param tls whether the port speaks TLS, and with which certificate
 * @param store where the data lies
 * @param tokens how long tokens live
 * @param throttle how often an application may call
 * @param reports2025 choices of the contract for the operations of 2025-06-09
 * @param reports2021 choices of the contract for the operations of 2021
 * @param orders0 choices of the contract for getOrders
 * @param logging what is written about requests
 */
public record Settings(
    ServerSettings server,
    TlsSettings tls,
    StoreSettings store,
    TokenSettings tokens,
    ThrottleSettings throttle,
    Reports2025Settings reports2025,
    Reports2021Settings reports2021,
    Orders0Settings orders0,
    LoggingSettings logging) {

  /** Name of the file of settings in the data directory. */
  public static final String FILE_NAME = "daybook.properties";

  /**
   * Reads and checks the settings.
   *
   * @throws SettingsException with all that is wrong
   */
  public static Settings load(SettingsInput input) {
    SettingValues values = SettingSources.open(input);
    Settings settings =
        new Settings(
            ServerSettings.from(values),
            TlsSettings.from(values),
            StoreSettings.from(values),
            TokenSettings.from(values),
            ThrottleSettings.from(values),
            Reports2025Settings.from(values),
            Reports2021Settings.from(values),
            Orders0Settings.from(values),
            LoggingSettings.from(values));
    values.refuseProblems();
    return settings;
  }
}
