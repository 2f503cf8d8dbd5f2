package daybook.operation.orders0;

import daybook.contract.Timestamps;
import daybook.domain.Money;
import daybook.domain.seller.Named;
import daybook.json.Excerpt;
import daybook.json.JsonObject;
import daybook.json.JsonWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The single members of the wire form: read in every spelling seen in the wild, written in one, and
 * left out where nothing is known (CONTRACT 1.5).
 */
final class Members {

  private Members() {}

  /** Reads true or false, also as a string, which live answers have (CONTRACT 1.5 #30). */
  static @Nullable Boolean flag(JsonObject json, String name) {
    if (!json.isText(name)) {
      return json.optBoolean(name);
    }
    String text = json.text(name).strip().toLowerCase(Locale.ROOT);
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw json.problem(name, "expected true or false, found '" + Excerpt.of(text) + "'");
    };
  }

  /** Reads a whole number, also as a string. */
  static @Nullable Integer count(JsonObject json, String name) {
    if (!json.isText(name)) {
      return json.optInt(name);
    }
    try {
      return Integer.valueOf(json.text(name).strip());
    } catch (NumberFormatException e) {
      throw json.problem(name, "expected a whole number");
    }
  }

  /** Reads a value of a closed list. */
  static <E extends Enum<E> & Named> @Nullable E named(
      JsonObject json, String name, Class<E> type) {
    String text = json.optText(name);
    if (text == null || text.isBlank()) {
      return null;
    }
    return Named.parse(type, text)
        .orElseThrow(() -> json.problem(name, "unknown value '" + Excerpt.of(text) + "'"));
  }

  /** Reads an amount of money, its scale kept. */
  static @Nullable Money money(JsonObject parent, String name) {
    JsonObject json = parent.optObject(name);
    if (json == null || (!json.has("CurrencyCode") && !json.has("Amount"))) {
      return null;
    }
    String currency = json.text("CurrencyCode");
    BigDecimal amount = json.decimal("Amount");
    if (!Money.isCurrency(currency)) {
      throw json.problem("CurrencyCode", "unknown currency '" + Excerpt.of(currency) + "'");
    }
    try {
      return new Money(currency, amount);
    } catch (IllegalArgumentException e) {
      throw json.problem("Amount", String.valueOf(e.getMessage()));
    }
  }

  static void text(JsonWriter json, String name, @Nullable String value) {
    if (value != null) {
      json.text(name, value);
    }
  }

  static void flag(JsonWriter json, String name, @Nullable Boolean value) {
    if (value != null) {
      json.bool(name, value);
    }
  }

  static void count(JsonWriter json, String name, @Nullable Integer value) {
    if (value != null) {
      json.number(name, value);
    }
  }

  static void decimal(JsonWriter json, String name, @Nullable BigDecimal value) {
    if (value != null) {
      json.number(name, value);
    }
  }

  static void named(JsonWriter json, String name, @Nullable Named value) {
    text(json, name, value == null ? null : value.wireName());
  }

  static void instant(JsonWriter json, String name, @Nullable Instant value) {
    text(json, name, value == null ? null : Timestamps.format(value));
  }

  static void money(JsonWriter json, String name, @Nullable Money value) {
    if (value != null) {
      json.object(name)
          .text("CurrencyCode", value.currencyCode())
          .text("Amount", value.text())
          .endObject();
    }
  }

  static <T> void each(
      JsonWriter json, String name, @Nullable List<T> values, BiConsumer<JsonWriter, T> element) {
    if (values != null) {
      json.each(name, values, element);
    }
  }
}
