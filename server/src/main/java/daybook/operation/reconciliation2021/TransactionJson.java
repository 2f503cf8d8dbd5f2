package daybook.operation.reconciliation2021;

import daybook.contract.Timestamps;
import daybook.contract.WireMoney;
import daybook.domain.Customer;
import daybook.domain.payment.Transaction;
import daybook.domain.payment.TransactionType;
import daybook.json.Excerpt;
import daybook.json.JsonObject;
import daybook.json.JsonWriter;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The wire form of a {@code Transaction}, read leniently and written exactly (CONTRACT 3).
 *
 * <p>What is not known is written as null, an unknown list as an empty one. Two members are younger
 * than the published examples, and left out unless they are set.
 */
final class TransactionJson {

  private TransactionJson() {}

  static Transaction read(JsonObject json) {
    @Nullable List<JsonObject> lines = json.optObjects("transactionLineItems");
    return new Transaction(
        json.text("transactionId"),
        type(json),
        Timestamps.read(json, "feedDate"),
        Timestamps.readOptional(json, "transactionDate"),
        json.optText("marketplaceId"),
        json.optText("chargeIdentifier"),
        json.optText("invoiceNumber"),
        json.optScalar("shipTaxRate"),
        json.optScalar("giftWrapTaxRate"),
        json.optText("legalEntityName"),
        json.optText("purchasingCustomerGroupName"),
        WireMoney.read(json, "amount"),
        json.optText("paymentInstrumentType"),
        json.optText("paymentInstrumentLast4Digits"),
        customer(json.optObject("buyer")),
        customer(json.optObject("payer")),
        associated(json.optObjects("associatedTransactionDetails")),
        lines == null ? null : lines.stream().map(LineItemJson::read).toList());
  }

  static byte[] write(Transaction transaction) {
    JsonWriter json = new JsonWriter().object();
    json.text("marketplaceId", transaction.marketplaceId())
        .text("transactionDate", date(transaction.transactionDate()))
        .text("feedDate", date(transaction.feedDate()))
        .text("transactionType", transaction.type().name())
        .text("transactionId", transaction.transactionId());
    textIfSet(json, "chargeIdentifier", transaction.chargeIdentifier());
    json.text("shipTaxRate", transaction.shipTaxRate())
        .text("giftWrapTaxRate", transaction.giftWrapTaxRate())
        .text("legalEntityName", transaction.legalEntityName())
        .text("purchasingCustomerGroupName", transaction.purchasingCustomerGroupName());
    textIfSet(json, "invoiceNumber", transaction.invoiceNumber());
    WireMoney.writeText(json, "amount", transaction.amount());
    json.text("paymentInstrumentType", transaction.paymentInstrumentType())
        .text("paymentInstrumentLast4Digits", transaction.paymentInstrumentLast4Digits());
    write(json, "buyer", transaction.buyer());
    write(json, "payer", transaction.payer());
    json.each(
        "associatedTransactionDetails",
        orEmpty(transaction.associatedTransactionIds()),
        (array, id) -> array.object().text("associatedTransactionId", id).endObject());
    json.each("transactionLineItems", orEmpty(transaction.lineItems()), LineItemJson::write);
    return json.endObject().toBytes();
  }

  /** Returns the wire's text of an instant, or null. */
  static @Nullable String date(@Nullable Instant instant) {
    return instant == null ? null : Timestamps.format(instant);
  }

  private static TransactionType type(JsonObject json) {
    String text = json.text("transactionType");
    return TransactionType.parse(text)
        .orElseThrow(
            () -> json.problem("transactionType", "unknown type '" + Excerpt.of(text) + "'"));
  }

  private static @Nullable Customer customer(@Nullable JsonObject json) {
    return json == null
        ? null
        : new Customer(json.optText("id"), json.optText("name"), json.optText("email"));
  }

  private static @Nullable List<String> associated(@Nullable List<JsonObject> details) {
    return details == null
        ? null
        : details.stream().map(detail -> detail.text("associatedTransactionId")).toList();
  }

  private static void write(JsonWriter json, String name, @Nullable Customer customer) {
    if (customer == null) {
      json.none(name);
      return;
    }
    json.object(name)
        .text("id", customer.id())
        .text("name", customer.name())
        .text("email", customer.email())
        .endObject();
  }

  private static void textIfSet(JsonWriter json, String name, @Nullable String value) {
    if (value != null) {
      json.text(name, value);
    }
  }

  private static <T> List<T> orEmpty(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }
}
