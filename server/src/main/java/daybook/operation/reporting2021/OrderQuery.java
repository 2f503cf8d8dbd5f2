package daybook.operation.reporting2021;

import daybook.domain.AccountId;

/**
 * One order that was asked for by its id.
 *
 * @param account whose order
 * @param orderId its id
 * @param included the lists that are asked for
 */
record OrderQuery(AccountId account, String orderId, Included included) {}
