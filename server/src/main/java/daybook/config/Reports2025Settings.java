package daybook.config;

import java.time.Duration;
import java.time.Period;
import java.util.List;

/**
 * Choices of the contract for the two operations of 2025-06-09.
 *
 * @param regionRequired whether a call by purchase order number must name a region
 * @param clockSkew how far in the future an end date may lie
 * @param lookBack how far back a call by purchase order number sees
 */
public record Reports2025Settings(boolean regionRequired, Duration clockSkew, Period lookBack) {

  private static final Setting<Boolean> REGION_REQUIRED =
      new Setting<>(
              "reports2025.region-required",
              SettingType.flag(),
              "false",
              "Whether getOrderReportsByPurchaseOrderNumber refuses a call without region, as"
                  + " Amazon's tutorial says; its model and real clients leave it out.")
          .inProfile(Profile.STRICT, "true");
  private static final Setting<Duration> CLOCK_SKEW =
      new Setting<>(
          "reports2025.clock-skew",
          SettingType.duration("0s", "24h"),
          "60s",
          "How far in the future orderEndDate may lie, for clients whose clock is fast.");
  private static final Setting<Period> LOOK_BACK =
      new Setting<>(
          "reports2025.look-back",
          SettingType.period(),
          "2y",
          "How far back getOrderReportsByPurchaseOrderNumber sees.");

  static final List<Setting<?>> CATALOGUE = List.of(REGION_REQUIRED, CLOCK_SKEW, LOOK_BACK);

  static Reports2025Settings from(SettingValues values) {
    return new Reports2025Settings(
        values.get(REGION_REQUIRED), values.get(CLOCK_SKEW), values.get(LOOK_BACK));
  }
}
