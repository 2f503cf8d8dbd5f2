package daybook.config;

import java.util.List;

/**
 * How often an application may call.
 *
 * @param enabled false lifts all limits
 * @param retryAfter whether an answer of 429 or 503 says when to come again
 * @param plans plans other than those of the contract, those for all accounts first
 */
public record ThrottleSettings(boolean enabled, boolean retryAfter, List<PlanSetting> plans) {

  private static final Setting<Boolean> ENABLED =
      new Setting<>(
          "throttle.enabled",
          SettingType.flag(),
          "true",
          "False lifts all limits, for a team that serves its own mirror.");
  private static final Setting<Boolean> RETRY_AFTER =
      new Setting<>(
              "throttle.retry-after",
              SettingType.flag(),
              "true",
              "Whether an answer of 429 or 503 carries the header Retry-After. Amazon does not send it.")
          .inProfile(Profile.OBSERVED, "false");
  static final Setting<SettingType.Plan> OPERATION_PLAN =
      new Setting<>(
          "throttle.plan.<operationId>",
          SettingType.plan(),
          "",
          "Usage plan of an operation for all accounts. Unless set, the one of the contract.");
  static final Setting<SettingType.Plan> ACCOUNT_PLAN =
      new Setting<>(
          "throttle.account.<accountId>.<operationId>",
          SettingType.plan(),
          "",
          "Usage plan of an operation for one account. It can't be set by an environment variable,"
              + " where an account id would lose its case.");

  static final List<Setting<?>> CATALOGUE =
      List.of(ENABLED, RETRY_AFTER, OPERATION_PLAN, ACCOUNT_PLAN);

  /** Copies the list. */
  public ThrottleSettings {
    plans = List.copyOf(plans);
  }

  static ThrottleSettings from(SettingValues values) {
    return new ThrottleSettings(values.get(ENABLED), values.get(RETRY_AFTER), values.plans());
  }
}
