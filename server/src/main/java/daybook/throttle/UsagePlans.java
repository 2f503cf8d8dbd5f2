package daybook.throttle;

import daybook.config.PlanSetting;
import daybook.config.SettingsException;
import daybook.config.ThrottleSettings;
import daybook.config.word.Spelling;
import daybook.contract.OperationSpec;
import daybook.contract.UsagePlan;
import daybook.domain.AccountId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which usage plan holds for whom: that of the operation (CONTRACT 5) unless an operator chose
 * another one for the operation or, stronger, for the operation and the account.
 */
public final class UsagePlans {

  private final boolean limited;
  private final Map<Target, UsagePlan> overrides;

  /** For whom a plan holds; without account, for all. */
  private record Target(@Nullable AccountId account, String operationId) {}

  private UsagePlans(boolean limited, Map<Target, UsagePlan> overrides) {
    this.limited = limited;
    this.overrides = Map.copyOf(overrides);
  }

  /** Returns the plans of the contract. */
  public static UsagePlans ofContract() {
    return new UsagePlans(true, Map.of());
  }

  /** Returns no plans at all: every call is allowed. */
  public static UsagePlans unlimited() {
    return new UsagePlans(false, Map.of());
  }

  /**
   * Returns what an operator chose.
   *
   * @throws SettingsException if a plan names an operation or an account that can't exist
   */
  public static UsagePlans of(ThrottleSettings settings, Collection<OperationSpec> operations) {
    List<String> known = operations.stream().map(OperationSpec::operationId).toList();
    List<String> problems = new ArrayList<>();
    Map<Target, UsagePlan> overrides = new HashMap<>();
    for (PlanSetting plan : settings.plans()) {
      Optional<String> operation =
          known.stream().filter(plan.operationId()::equalsIgnoreCase).findFirst();
      if (operation.isEmpty()) {
        problems.add(
            "unknown operation in "
                + plan.where()
                + "; the nearest known one is "
                + Spelling.nearest(plan.operationId(), known));
        continue;
      }
      try {
        AccountId account = plan.account() == null ? null : new AccountId(plan.account());
        overrides.put(
            new Target(account, operation.get()), new UsagePlan(plan.rate(), plan.burst()));
      } catch (IllegalArgumentException e) {
        problems.add(plan.where() + ": " + e.getMessage());
      }
    }
    if (!problems.isEmpty()) {
      throw new SettingsException(problems);
    }
    return new UsagePlans(settings.enabled(), overrides);
  }

  /** Returns the plan, or nothing if there is no limit. */
  public Optional<UsagePlan> plan(OperationSpec operation, AccountId account) {
    if (!limited) {
      return Optional.empty();
    }
    UsagePlan ofAccount = overrides.get(new Target(account, operation.operationId()));
    if (ofAccount != null) {
      return Optional.of(ofAccount);
    }
    Target all = new Target(null, operation.operationId());
    return Optional.of(overrides.getOrDefault(all, operation.plan()));
  }
}
