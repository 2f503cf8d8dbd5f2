package daybook.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A payment taken for an order (CONTRACT 1.4, {@code Charge} of Reporting 2021).
 *
 * @param transactionDate UTC instant of the payment
 * @param transactionId reference of the transaction
 * @param amount what was taken or authorised
 * @param paymentInstrumentType "Credit card", "Pay by Invoice", ...
 * @param paymentInstrumentLast4Digits last digits of the card; null for Pay by Invoice
 */
public record Charge(
    @Nullable Instant transactionDate,
    @Nullable String transactionId,
    Money amount,
    @Nullable String paymentInstrumentType,
    @Nullable String paymentInstrumentLast4Digits) {}
