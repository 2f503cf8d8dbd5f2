package daybook.operation.reporting2021;

import daybook.contract.Timestamps;
import daybook.contract.WireMoney;
import daybook.domain.Charge;
import daybook.domain.Money;
import daybook.json.JsonObject;
import daybook.json.JsonWriter;
import java.time.Instant;

/** The wire form of a {@code Charge} (CONTRACT 1.4). */
final class ChargeJson {

  private ChargeJson() {}

  static Charge read(JsonObject charge) {
    Money amount = WireMoney.read(charge, "amount");
    if (amount == null) {
      throw charge.problem("amount", "is missing");
    }
    return new Charge(
        Timestamps.readOptional(charge, "transactionDate"),
        charge.optText("transactionId"),
        amount,
        charge.optText("paymentInstrumentType"),
        charge.optText("paymentInstrumentLast4Digits"));
  }

  static void write(JsonWriter json, Charge charge) {
    Instant date = charge.transactionDate();
    json.object()
        .text("transactionDate", date == null ? null : Timestamps.format(date))
        .text("transactionId", charge.transactionId());
    WireMoney.writeText(json, "amount", charge.amount());
    json.text("paymentInstrumentType", charge.paymentInstrumentType())
        .text("paymentInstrumentLast4Digits", charge.paymentInstrumentLast4Digits())
        .endObject();
  }
}
