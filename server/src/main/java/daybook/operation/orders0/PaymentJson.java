package daybook.operation.orders0;

import daybook.domain.Money;
import daybook.domain.seller.SellerPayment;
import daybook.domain.seller.SellerPayment.Execution;
import daybook.json.JsonObject;
import daybook.json.JsonWriter;
import java.util.List;

/** The members of an order that tell how it is paid (CONTRACT 1.5 #10, #13 to #15). */
final class PaymentJson {

  private PaymentJson() {}

  static SellerPayment read(JsonObject json) {
    List<JsonObject> execution = json.optObjects("PaymentExecutionDetail");
    return new SellerPayment(
        Members.money(json, "OrderTotal"),
        Members.named(json, "PaymentMethod", SellerPayment.Method.class),
        json.optTexts("PaymentMethodDetails"),
        execution == null ? null : execution.stream().map(PaymentJson::execution).toList());
  }

  /** Writes what stands behind the total. */
  static void write(JsonWriter json, SellerPayment payment) {
    Members.each(json, "PaymentExecutionDetail", payment.execution(), PaymentJson::write);
    Members.named(json, "PaymentMethod", payment.method());
    if (payment.methodDetails() != null) {
      json.texts("PaymentMethodDetails", payment.methodDetails());
    }
  }

  private static Execution execution(JsonObject json) {
    Money payment = Members.money(json, "Payment");
    if (payment == null) {
      throw json.problem("Payment", "is missing");
    }
    return new Execution(
        payment,
        json.text("PaymentMethod"),
        json.optText("AcquirerId"),
        json.optText("CardBrand"),
        json.optText("AuthorizationCode"));
  }

  private static void write(JsonWriter json, Execution execution) {
    json.object();
    Members.money(json, "Payment", execution.payment());
    json.text("PaymentMethod", execution.method());
    Members.text(json, "AcquirerId", execution.acquirerId());
    Members.text(json, "CardBrand", execution.cardBrand());
    Members.text(json, "AuthorizationCode", execution.authorizationCode());
    json.endObject();
  }
}
