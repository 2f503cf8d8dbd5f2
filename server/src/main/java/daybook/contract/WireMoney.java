package daybook.contract;

import daybook.domain.Money;
import daybook.json.Excerpt;
import daybook.json.JsonObject;
import daybook.json.JsonWriter;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@code Money} in the spellings of the wires (CONTRACT 2 #5). */
public final class WireMoney {

  private WireMoney() {}

  /** Reads {@code {currencyCode, amount}} with the amount as string or number; null if not set. */
  public static @Nullable Money read(JsonObject parent, String name) {
    JsonObject object = parent.optObject(name);
    if (object == null) {
      return null;
    }
    String currency = object.text("currencyCode");
    BigDecimal amount = object.decimal("amount");
    if (!Money.isCurrency(currency)) {
      throw object.problem("currencyCode", "unknown currency '" + Excerpt.of(currency) + "'");
    }
    try {
      return new Money(currency, amount);
    } catch (IllegalArgumentException e) {
      throw object.problem("amount", String.valueOf(e.getMessage()));
    }
  }

  /** Writes the amount as a string, its text untouched: Reporting 2021 and Reconciliation. */
  public static void writeText(JsonWriter json, String name, @Nullable Money money) {
    if (money == null) {
      json.none(name);
      return;
    }
    json.object(name)
        .text("currencyCode", money.currencyCode())
        .text("amount", money.text())
        .endObject();
  }

  /** Writes the amount as a number, one decimal at least and no trailing zeros: Reporting 2025. */
  public static void writeNumber(JsonWriter json, String name, Money money) {
    BigDecimal plain = money.amount().stripTrailingZeros();
    json.object(name)
        .text("currencyCode", money.currencyCode())
        .number("amount", plain.scale() < 1 ? plain.setScale(1) : plain)
        .endObject();
  }
}
