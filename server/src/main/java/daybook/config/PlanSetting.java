package daybook.config;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A usage plan that an operator chose.
 *
 * @param account the account it holds for, null for all
 * @param operationId the operation it holds for; not checked here, where operations are not known
 * @param rate calls a second, above zero
 * @param burst calls a full bucket holds, above zero
 * @param where where it stands, for a message: key and source
 */
public record PlanSetting(
    @Nullable String account, String operationId, BigDecimal rate, int burst, String where) {}
