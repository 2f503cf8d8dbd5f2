package daybook.config;

import java.util.List;

/**
 * How often an application may call.
 *
 * @param enabled false lifts all limits
 * @param retryAfter whether an answer of 429 or 503 says when to come again
 * @param buckets where calls are counted
 * @param plans plans other than those of the contract, those for all accounts first
 */
public record ThrottleSettings(
    boolean enabled, boolean retryAfter, Buckets buckets, List<PlanSetting> plans) {

  /** Where calls are counted. */
  public enum Buckets {
    /** In the store if it is a database, which may have several nodes; otherwise in memory. */
    AUTO,
    /** In the memory of each server, for itself. */
    LOCAL,
    /** In the store, for all servers on it together. */
    SHARED
  }

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
  private static final Setting<Buckets> BUCKETS =
      new Setting<>(
          "throttle.buckets",
          SettingType.choice(Buckets.class),
          "auto",
          "Where calls are counted. shared: in the store, for all servers on it together; a call"
              + " that is allowed then costs one or two statements more, one that is not costs"
              + " none. local: in the memory of each server, so that two servers allow twice as"
              + " much; costs next to nothing. auto: shared in a database, local with a file.");
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
      List.of(ENABLED, RETRY_AFTER, BUCKETS, OPERATION_PLAN, ACCOUNT_PLAN);

  /** Copies the list. */
  public ThrottleSettings {
    plans = List.copyOf(plans);
  }

  static ThrottleSettings from(SettingValues values) {
    return new ThrottleSettings(
        values.get(ENABLED), values.get(RETRY_AFTER), values.get(BUCKETS), values.plans());
  }
}
