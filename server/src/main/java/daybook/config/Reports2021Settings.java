package daybook.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Choices of the contract for the operations of 2021-01-08: reporting and reconciliation.
 *
 * @param states how the states of orders, shipments and deliveries are spelled
 * @param unknownOrder what a call for an order that is not there gets
 * @param maxRange longest time from startDate to endDate; null for any
 * @param lookBack how long ago startDate may be; null for any time
 * @param tokenAlone whether a page token must be the only parameter
 */
public record Reports2021Settings(
    States states,
    UnknownOrder unknownOrder,
    @Nullable Duration maxRange,
    @Nullable Duration lookBack,
    boolean tokenAlone) {

  /** How states are spelled. */
  public enum States {
    /** As Amazon's reference has them: Pending Approval. */
    DOCUMENTED,
    /** As the live service answers: PENDING_APPROVAL. */
    OBSERVED
  }

  /** What a call for an order that is not there gets. */
  public enum UnknownOrder {
    /** 404 NotFound. */
    REFUSED,
    /** 200 with an empty list. */
    EMPTY
  }

  private static final Setting<States> STATES =
      new Setting<>(
              "reports2021.states",
              SettingType.choice(States.class),
              "documented",
              "How states are spelled: Pending Approval, Shipped and NOT DELIVERED as Amazon documents"
                  + " them, or PENDING_APPROVAL, SHIPPED and NOT_DELIVERED as its live service was"
                  + " observed to answer. After a change the next start renders all orders anew.")
          .inProfile(Profile.OBSERVED, "observed");
  private static final Setting<UnknownOrder> UNKNOWN_ORDER =
      new Setting<>(
          "reports2021.unknown-order",
          SettingType.choice(UnknownOrder.class),
          "refused",
          "What getOrdersByOrderId answers for an order that is not there: refused with 404, or"
              + " empty with 200 and no order.");
  private static final Setting<Optional<Duration>> MAX_RANGE =
      new Setting<>(
              "reports2021.max-range",
              SettingType.orNone(SettingType.duration("1s", "10000d")),
              "none",
              "Longest time from startDate to endDate of getOrdersByOrderDate. Amazon's guide says 24h,"
                  + " its reference nothing.")
          .inProfile(Profile.OBSERVED, "24h")
          .inProfile(Profile.STRICT, "24h");
  private static final Setting<Optional<Duration>> LOOK_BACK =
      new Setting<>(
              "reports2021.look-back",
              SettingType.orNone(SettingType.duration("1s", "10000d")),
              "none",
              "How long ago startDate of getOrdersByOrderDate may be. Clients of the live service keep"
                  + " within 30d.")
          .inProfile(Profile.OBSERVED, "30d")
          .inProfile(Profile.STRICT, "30d");

  private static final Setting<Boolean> TOKEN_ALONE =
      new Setting<>(
              "reports2021.token-alone",
              SettingType.flag(),
              "false",
              "Whether nextPageToken must be the only parameter of getOrdersByOrderDate and"
                  + " getTransactions; otherwise what stands beside it is ignored.")
          .inProfile(Profile.STRICT, "true");

  static final List<Setting<?>> CATALOGUE =
      List.of(STATES, UNKNOWN_ORDER, MAX_RANGE, LOOK_BACK, TOKEN_ALONE);

  static Reports2021Settings from(SettingValues values) {
    return new Reports2021Settings(
        values.get(STATES),
        values.get(UNKNOWN_ORDER),
        values.get(MAX_RANGE).orElse(null),
        values.get(LOOK_BACK).orElse(null),
        values.get(TOKEN_ALONE));
  }
}
