package daybook.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Choices of the contract for the operations of 2021: reporting and reconciliation.
 *
 * @param spelling how order, shipment and delivery statuses are spelled
 * @param longestRange longest time between startDate and endDate, if limited
 * @param lookBack how long ago startDate may be, if limited
 * @param unknownIsEmpty whether an unknown order id is answered with an empty list instead of 404
 * @param tokenAlone whether a page token must be the only parameter
 */
public record Reports2021Settings(
    StatusSpelling spelling,
    Optional<Duration> longestRange,
    Optional<Duration> lookBack,
    boolean unknownIsEmpty,
    boolean tokenAlone) {

  /** How statuses are spelled (CONTRACT 2 #4). */
  public enum StatusSpelling {
    /** As documented: "Pending Approval". */
    DOCUMENTED,
    /** As the live service sends them: "PENDING_APPROVAL". */
    OBSERVED
  }

  private static final Setting<StatusSpelling> SPELLING =
      new Setting<>(
              "reports2021.status-spelling",
              SettingType.choice(StatusSpelling.class),
              "documented",
              "How statuses are spelled: \"Pending Approval\" or \"PENDING_APPROVAL\". After a change"
                  + " the next start renders all orders anew.")
          .inProfile(Profile.OBSERVED, "observed");
  private static final Setting<Optional<Duration>> LONGEST_RANGE =
      new Setting<>(
              "reports2021.longest-range",
              SettingType.orOff(SettingType.duration("1m", "3660d")),
              "off",
              "Longest time from startDate to endDate of getOrdersByOrderDate.")
          .inProfile(Profile.OBSERVED, "24h")
          .inProfile(Profile.STRICT, "24h");
  private static final Setting<Optional<Duration>> LOOK_BACK =
      new Setting<>(
              "reports2021.look-back",
              SettingType.orOff(SettingType.duration("1m", "36600d")),
              "off",
              "How long ago startDate of getOrdersByOrderDate may be.")
          .inProfile(Profile.OBSERVED, "30d")
          .inProfile(Profile.STRICT, "30d");
  private static final Setting<Boolean> UNKNOWN_IS_EMPTY =
      new Setting<>(
          "reports2021.unknown-order-is-empty",
          SettingType.flag(),
          "false",
          "Whether getOrdersByOrderId answers an unknown id with an empty list instead of 404.");
  private static final Setting<Boolean> TOKEN_ALONE =
      new Setting<>(
              "reports2021.token-alone",
              SettingType.flag(),
              "false",
              "Whether nextPageToken must be the only parameter of getOrdersByOrderDate and"
                  + " getTransactions; otherwise the others are ignored beside it.")
          .inProfile(Profile.STRICT, "true");

  static final List<Setting<?>> CATALOGUE =
      List.of(SPELLING, LONGEST_RANGE, LOOK_BACK, UNKNOWN_IS_EMPTY, TOKEN_ALONE);

  static Reports2021Settings from(SettingValues values) {
    return new Reports2021Settings(
        values.get(SPELLING),
        values.get(LONGEST_RANGE),
        values.get(LOOK_BACK),
        values.get(UNKNOWN_IS_EMPTY),
        values.get(TOKEN_ALONE));
  }
}
