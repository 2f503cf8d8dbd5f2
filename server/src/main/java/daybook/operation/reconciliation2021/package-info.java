/** The Reconciliation API 2021-01-08: its operation, and transactions in its JSON. */
@NullMarked
package daybook.operation.reconciliation2021;

import org.jspecify.annotations.NullMarked;
