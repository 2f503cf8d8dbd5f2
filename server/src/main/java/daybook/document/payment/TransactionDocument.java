package daybook.document.payment;

import static daybook.document.Parts.customer;
import static daybook.document.Parts.instant;
import static daybook.document.Parts.money;
import static daybook.document.Parts.optInstant;
import static daybook.document.Parts.optMoney;
import static daybook.document.Parts.text;

import daybook.domain.payment.Transaction;
import daybook.domain.payment.TransactionType;
import daybook.json.Json;
import daybook.json.JsonObject;
import daybook.json.JsonWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The canonical JSON of a transaction: all that is known of it and nothing else.
 *
 * <p>The rules are those of the document of an order: unknown members are left out, empty lists and
 * texts kept, decoding gives back exactly what was encoded. Documents are stored, so a member may
 * be added but never renamed.
 */
public final class TransactionDocument {

  private TransactionDocument() {}

  /** Returns the canonical JSON, UTF-8. */
  public static byte[] encode(Transaction transaction) {
    JsonWriter json = new JsonWriter().object();
    json.text("transactionId", transaction.transactionId());
    json.text("type", transaction.type().name());
    instant(json, "feedDate", transaction.feedDate());
    instant(json, "transactionDate", transaction.transactionDate());
    text(json, "marketplaceId", transaction.marketplaceId());
    text(json, "chargeIdentifier", transaction.chargeIdentifier());
    text(json, "invoiceNumber", transaction.invoiceNumber());
    text(json, "shipTaxRate", transaction.shipTaxRate());
    text(json, "giftWrapTaxRate", transaction.giftWrapTaxRate());
    text(json, "legalEntityName", transaction.legalEntityName());
    text(json, "purchasingCustomerGroupName", transaction.purchasingCustomerGroupName());
    money(json, "amount", transaction.amount());
    text(json, "paymentInstrumentType", transaction.paymentInstrumentType());
    text(json, "paymentInstrumentLast4Digits", transaction.paymentInstrumentLast4Digits());
    customer(json, "buyer", transaction.buyer());
    customer(json, "payer", transaction.payer());
    if (transaction.associatedTransactionIds() != null) {
      json.texts("associatedTransactionIds", transaction.associatedTransactionIds());
    }
    if (transaction.lineItems() != null) {
      json.each("lineItems", transaction.lineItems(), TransactionLineDocument::encode);
    }
    return json.endObject().toBytes();
  }

  /**
   * Returns the transaction.
   *
   * @throws daybook.json.JsonProblem if the bytes are not such a document
   */
  public static Transaction decode(byte[] document) {
    JsonObject json = Json.readObject(document);
    @Nullable List<JsonObject> lines = json.optObjects("lineItems");
    return new Transaction(
        json.text("transactionId"),
        type(json),
        instant(json, "feedDate"),
        optInstant(json, "transactionDate"),
        json.optText("marketplaceId"),
        json.optText("chargeIdentifier"),
        json.optText("invoiceNumber"),
        json.optText("shipTaxRate"),
        json.optText("giftWrapTaxRate"),
        json.optText("legalEntityName"),
        json.optText("purchasingCustomerGroupName"),
        optMoney(json, "amount"),
        json.optText("paymentInstrumentType"),
        json.optText("paymentInstrumentLast4Digits"),
        customer(json, "buyer"),
        customer(json, "payer"),
        json.optTexts("associatedTransactionIds"),
        lines == null ? null : lines.stream().map(TransactionLineDocument::decode).toList());
  }

  private static TransactionType type(JsonObject json) {
    return TransactionType.parse(json.text("type"))
        .orElseThrow(() -> json.problem("type", "unknown"));
  }
}
