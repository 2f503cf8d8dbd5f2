package daybook.operation.reporting2025;

import daybook.contract.WireMoney;
import daybook.domain.Amounts;
import daybook.domain.BusinessOrder;
import daybook.domain.Money;
import daybook.json.Excerpt;
import daybook.json.JsonObject;
import daybook.json.JsonWriter;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The list of charges in which a report shows the five sums of its order (CONTRACT 1.2). */
final class ReportCharges {

  /** The types of charges, in the order in which they are listed. */
  private enum Type {
    SUBTOTAL,
    SHIPPING_AND_HANDLING,
    PROMOTION,
    TAX,
    NET_TOTAL;

    // The tutorial prints SHIPPINGANDHANDLING (CONTRACT 2 #1).
    static @Nullable Type parse(String text) {
      String name = text.strip().toUpperCase(Locale.ROOT);
      for (Type type : values()) {
        if (type.name().equals(name) || type.name().replace("_", "").equals(name)) {
          return type;
        }
      }
      return null;
    }

    boolean isOfParcels() {
      return this == SHIPPING_AND_HANDLING || this == PROMOTION;
    }
  }

  private ReportCharges() {}

  static Amounts read(JsonObject report) {
    List<JsonObject> charges = report.optObjects("charges");
    if (charges == null) {
      return Amounts.UNKNOWN;
    }
    Map<Type, Money> sums = new EnumMap<>(Type.class);
    for (JsonObject charge : charges) {
      read(charge, sums);
    }
    return new Amounts(
        sums.get(Type.SUBTOTAL),
        sums.get(Type.SHIPPING_AND_HANDLING),
        sums.get(Type.PROMOTION),
        sums.get(Type.TAX),
        sums.get(Type.NET_TOTAL));
  }

  // A sum that nobody knows is left out, and so is what a digital order never has.
  static void write(JsonWriter json, BusinessOrder order) {
    json.array("charges");
    for (Type type : Type.values()) {
      Money sum = sum(order.amounts(), type);
      if (sum != null && !(order.isDigital() && type.isOfParcels())) {
        json.object().text("type", type.name());
        WireMoney.writeNumber(json, "amount", sum);
        json.endObject();
      }
    }
    json.endArray();
  }

  private static void read(JsonObject charge, Map<Type, Money> sums) {
    String name = charge.text("type");
    Type type = Type.parse(name);
    if (type == null) {
      throw charge.problem("type", "unknown charge type '" + Excerpt.of(name) + "'");
    }
    Money amount = WireMoney.read(charge, "amount");
    if (amount == null) {
      throw charge.problem("amount", "is missing");
    }
    // Two sums of one type: nobody can say which is meant.
    if (sums.put(type, amount) != null) {
      throw charge.problem("type", type + " is listed twice");
    }
  }

  private static @Nullable Money sum(Amounts amounts, Type type) {
    return switch (type) {
      case SUBTOTAL -> amounts.subTotal();
      case SHIPPING_AND_HANDLING -> amounts.shippingAndHandling();
      case PROMOTION -> amounts.promotion();
      case TAX -> amounts.tax();
      case NET_TOTAL -> amounts.netTotal();
    };
  }
}
