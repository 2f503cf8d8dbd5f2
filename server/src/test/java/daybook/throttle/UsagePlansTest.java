package daybook.throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import daybook.config.PlanSetting;
import daybook.config.SettingsException;
import daybook.config.ThrottleSettings;
import daybook.contract.OperationSpec;
import daybook.contract.UsagePlan;
import daybook.domain.AccountId;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

final class UsagePlansTest {
  private static final AccountId ACME = new AccountId("acme");
  private static final OperationSpec REPORTS = ThrottleTest.operation("getOrderReports", "0.5", 10);
  private static final OperationSpec ORDERS = ThrottleTest.operation("getOrders", "0.0167", 20);

  private static UsagePlans plans(boolean enabled, PlanSetting... settings) {
    return UsagePlans.of(
        new ThrottleSettings(enabled, true, ThrottleSettings.Buckets.AUTO, List.of(settings)),
        List.of(REPORTS, ORDERS));
  }

  private static PlanSetting setting(String account, String operation, String rate, int burst) {
    return new PlanSetting(account, operation, new BigDecimal(rate), burst, "key (file, line 1)");
  }

  @Test
  void plan_unlessChosen_isThatOfTheContract() {
    assertThat(plans(true).plan(REPORTS, ACME)).contains(UsagePlan.of("0.5", 10));
    assertThat(UsagePlans.ofContract().plan(ORDERS, ACME)).contains(UsagePlan.of("0.0167", 20));
  }

  @Test
  void plan_ofOperation_holdsForAllAccountsOfThatOperation() {
    UsagePlans plans = plans(true, setting(null, "getOrderReports", "7", 8));

    assertThat(plans.plan(REPORTS, ACME)).contains(UsagePlan.of("7", 8));
    assertThat(plans.plan(ORDERS, ACME)).contains(UsagePlan.of("0.0167", 20));
  }

  @Test
  void plan_ofAccount_isStrongerThanThatOfOperation() {
    UsagePlans plans =
        plans(
            true,
            setting("acme", "getOrderReports", "1", 1),
            setting(null, "getOrderReports", "7", 8));

    assertThat(plans.plan(REPORTS, ACME)).contains(UsagePlan.of("1", 1));
    assertThat(plans.plan(REPORTS, new AccountId("other"))).contains(UsagePlan.of("7", 8));
  }

  @Test
  void operation_isFoundInAnyCase() {
    assertThat(plans(true, setting(null, "GETORDERS", "7", 8)).plan(ORDERS, ACME))
        .contains(UsagePlan.of("7", 8));
  }

  @Test
  void disabled_hasNoPlans() {
    assertThat(plans(false, setting(null, "getOrders", "7", 8)).plan(ORDERS, ACME)).isEmpty();
    assertThat(UsagePlans.unlimited().plan(ORDERS, ACME)).isEmpty();
  }

  @Test
  void unknownOperation_isRefusedWithTheNearestKnownOne() {
    assertThatThrownBy(() -> plans(true, setting(null, "getOrder", "7", 8)))
        .isInstanceOf(SettingsException.class)
        .hasMessage("unknown operation in key (file, line 1); the nearest known one is getOrders");
  }

  @Test
  void impossibleAccount_isRefused() {
    assertThatThrownBy(() -> plans(true, setting("a b", "getOrders", "7", 8)))
        .isInstanceOf(SettingsException.class)
        .hasMessageStartingWith("key (file, line 1): an account id is");
  }
}
