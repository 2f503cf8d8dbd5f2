package daybook.store.sql;

import static daybook.store.sql.RecordTable.micros;

import daybook.domain.Customer;
import daybook.domain.Money;
import daybook.domain.payment.LineAmounts;
import daybook.domain.payment.Transaction;
import daybook.domain.payment.TransactionLineItem;
import daybook.store.Column;
import daybook.store.RecordKind;
import daybook.store.sql.session.Millis;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Transactions and their lines, in SQL. */
final class TransactionTable implements RecordTable<Transaction> {

  private static final List<String> COLUMNS =
      List.of(
          "feed_date",
          "transaction_id",
          "transaction_type",
          "transaction_date",
          "marketplace_id",
          "charge_identifier",
          "invoice_number",
          "legal_entity",
          "buyer_group",
          "currency",
          "amount_micros",
          "payment_instrument_type",
          "payment_instrument_last4",
          "buyer_name",
          "buyer_email",
          "payer_name",
          "payer_email");

  private static final LineTable LINES =
      new LineTable(
          "purchase_transaction_line",
          List.of("account_id", "feed_date", "transaction_key", "line_no"),
          List.of(
              "order_id",
              "order_line_item_id",
              "purchase_order_number",
              "purchase_order_line_item_id",
              "asin",
              "title",
              "unspsc",
              "quantity",
              "merchant_name",
              "shipment_id",
              "shipment_date",
              "refund_reason",
              "budget_id",
              "tax_rate",
              "currency",
              "unit_price_micros",
              "total_micros",
              "principal_micros",
              "shipping_micros",
              "regulatory_fee_micros",
              "gift_wrapping_micros",
              "discount_micros",
              "tax_micros"));

  @Override
  public RecordKind kind() {
    return RecordKind.TRANSACTION;
  }

  @Override
  public String table() {
    return "purchase_transaction";
  }

  @Override
  public String idColumn() {
    return "transaction_key";
  }

  @Override
  public List<String> sortColumns() {
    return List.of("feed_date");
  }

  @Override
  public List<Long> sortValues(Transaction transaction) {
    return List.of(Millis.floor(transaction.feedDate()));
  }

  @Override
  public String column(Column column) {
    throw new IllegalArgumentException("transactions are not filtered by " + column);
  }

  @Override
  public List<List<Column>> indexed() {
    return List.of();
  }

  @Override
  public List<String> columns() {
    return COLUMNS;
  }

  @Override
  public List<@Nullable Object> values(Transaction transaction) {
    Money amount = transaction.amount();
    Customer buyer = transaction.buyer();
    Customer payer = transaction.payer();
    return Arrays.asList(
        Millis.floor(transaction.feedDate()),
        transaction.transactionId(),
        transaction.type().name(),
        Millis.floorOrNull(transaction.transactionDate()),
        transaction.marketplaceId(),
        transaction.chargeIdentifier(),
        transaction.invoiceNumber(),
        transaction.legalEntityName(),
        transaction.purchasingCustomerGroupName(),
        amount == null ? null : amount.currencyCode(),
        amount == null ? null : amount.micros(),
        transaction.paymentInstrumentType(),
        transaction.paymentInstrumentLast4Digits(),
        buyer == null ? null : buyer.name(),
        buyer == null ? null : buyer.email(),
        payer == null ? null : payer.name(),
        payer == null ? null : payer.email());
  }

  @Override
  public Optional<LineTable> lines() {
    return Optional.of(LINES);
  }

  @Override
  public List<List<@Nullable Object>> lineValues(String account, Transaction transaction) {
    List<TransactionLineItem> lines =
        transaction.lineItems() == null ? List.of() : transaction.lineItems();
    List<List<@Nullable Object>> rows = new ArrayList<>(lines.size());
    for (int i = 0; i < lines.size(); i++) {
      rows.add(lineValues(account, transaction, i + 1, lines.get(i)));
    }
    return rows;
  }

  private static List<@Nullable Object> lineValues(
      String account, Transaction transaction, int number, TransactionLineItem line) {
    LineAmounts amounts = line.amounts();
    String currency = currency(line);
    return Arrays.asList(
        account,
        Millis.floor(transaction.feedDate()),
        transaction.key(),
        number,
        line.orderId(),
        line.orderLineItemId(),
        line.purchaseOrderNumber(),
        line.purchaseOrderLineItemId(),
        line.asin(),
        line.productTitle(),
        line.unspsc(),
        line.itemQuantity(),
        line.merchantLegalName(),
        line.shipmentId(),
        Millis.floorOrNull(line.shipmentDate()),
        line.refundReason(),
        line.budgetId(),
        line.taxRate(),
        currency,
        micros(line.unitPrice(), currency),
        micros(amounts.total(), currency),
        micros(amounts.principal(), currency),
        micros(amounts.shippingCharge(), currency),
        micros(amounts.regulatoryFee(), currency),
        micros(amounts.giftWrappingCharge(), currency),
        micros(amounts.discount(), currency),
        micros(amounts.tax(), currency));
  }

  // The first one that is known: the lines of a transaction are paid in one currency.
  private static @Nullable String currency(TransactionLineItem line) {
    LineAmounts amounts = line.amounts();
    return Stream.of(amounts.total(), amounts.principal(), line.unitPrice(), amounts.tax())
        .filter(Objects::nonNull)
        .map(Money::currencyCode)
        .findFirst()
        .orElse(null);
  }
}
