package daybook.config;

import java.util.List;
import java.util.stream.Stream;

/** All settings there are, in the order of the reference. */
final class SettingCatalogue {

  /** What each group of settings is about, by the first part of their keys. */
  static final List<Group> GROUPS =
      List.of(
          new Group("server", "Where the server listens and what a stranger may send."),
          new Group("tls", "Whether the port speaks TLS, and with which certificate."),
          new Group("store", "Where the data lies."),
          new Group("tokens", "How long access tokens and page tokens live."),
          new Group("throttle", "How often an application may call."),
          new Group(
              "wire",
              "What the wire follows where Amazon's documents and the live service differ."),
          new Group(
              "reports2025",
              "Choices of the contract for getOrderReports and"
                  + " getOrderReportsByPurchaseOrderNumber."),
          new Group(
              "reports2021",
              "Choices of the contract for getOrdersByOrderDate, getOrdersByOrderId and"
                  + " getTransactions."),
          new Group("orders0", "Choices of the contract for getOrders."),
          new Group("logging", "What is written about requests."));

  private static final List<Setting<?>> ALL =
      Stream.of(
              ServerSettings.CATALOGUE,
              TlsSettings.CATALOGUE,
              StoreSettings.CATALOGUE,
              TokenSettings.CATALOGUE,
              ThrottleSettings.CATALOGUE,
              List.of(Profile.SETTING),
              Reports2025Settings.CATALOGUE,
              Reports2021Settings.CATALOGUE,
              Orders0Settings.CATALOGUE,
              LoggingSettings.CATALOGUE)
          .<Setting<?>>flatMap(List::stream)
          .toList();

  private SettingCatalogue() {}

  /**
   * Settings that belong together.
   *
   * @param name first part of their keys
   * @param meaning what they are about
   */
  record Group(String name, String meaning) {

    /** Returns its settings. */
    List<Setting<?>> settings() {
      return ALL.stream().filter(setting -> setting.group().equals(name)).toList();
    }
  }

  /** Returns all settings. */
  static List<Setting<?>> all() {
    return ALL;
  }
}
