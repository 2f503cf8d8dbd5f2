package daybook.document;

import daybook.domain.Address;
import daybook.domain.Amounts;
import daybook.domain.Customer;
import daybook.domain.Money;
import daybook.json.JsonObject;
import daybook.json.JsonWriter;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The small values that documents are made of; what is null is left out. */
public final class Parts {

  private Parts() {}

  public static void text(JsonWriter json, String name, @Nullable String value) {
    if (value != null) {
      json.text(name, value);
    }
  }

  public static void bool(JsonWriter json, String name, @Nullable Boolean value) {
    if (value != null) {
      json.bool(name, value);
    }
  }

  // An empty list is what an absent one is read as.
  public static void texts(JsonWriter json, String name, List<String> values) {
    if (!values.isEmpty()) {
      json.texts(name, values);
    }
  }

  public static List<String> texts(JsonObject json, String name) {
    List<String> values = json.optTexts(name);
    return values == null ? List.of() : values;
  }

  public static String orEmpty(JsonObject json, String name) {
    String value = json.optText(name);
    return value == null ? "" : value;
  }

  public static void instant(JsonWriter json, String name, @Nullable Instant value) {
    if (value != null) {
      json.text(name, value.toString());
    }
  }

  public static Instant instant(JsonObject json, String name) {
    try {
      return Instant.parse(json.text(name));
    } catch (DateTimeException e) {
      throw json.problem(name, "is no instant");
    }
  }

  public static @Nullable Instant optInstant(JsonObject json, String name) {
    return json.has(name) ? instant(json, name) : null;
  }

  public static void money(JsonWriter json, String name, @Nullable Money money) {
    if (money != null) {
      json.object(name)
          .text("currencyCode", money.currencyCode())
          .text("amount", money.text())
          .endObject();
    }
  }

  public static Money money(JsonObject json, String name) {
    JsonObject object = json.object(name);
    try {
      return new Money(object.text("currencyCode"), object.decimal("amount"));
    } catch (IllegalArgumentException e) {
      throw json.problem(name, String.valueOf(e.getMessage()));
    }
  }

  public static @Nullable Money optMoney(JsonObject json, String name) {
    return json.has(name) ? money(json, name) : null;
  }

  public static void amounts(JsonWriter json, Amounts amounts) {
    if (amounts.equals(Amounts.UNKNOWN)) {
      return;
    }
    json.object("amounts");
    money(json, "subTotal", amounts.subTotal());
    money(json, "shippingAndHandling", amounts.shippingAndHandling());
    money(json, "promotion", amounts.promotion());
    money(json, "tax", amounts.tax());
    money(json, "netTotal", amounts.netTotal());
    json.endObject();
  }

  public static Amounts amounts(JsonObject json) {
    JsonObject object = json.optObject("amounts");
    if (object == null) {
      return Amounts.UNKNOWN;
    }
    return new Amounts(
        optMoney(object, "subTotal"),
        optMoney(object, "shippingAndHandling"),
        optMoney(object, "promotion"),
        optMoney(object, "tax"),
        optMoney(object, "netTotal"));
  }

  public static void customer(JsonWriter json, String name, @Nullable Customer customer) {
    if (customer != null) {
      json.object(name);
      text(json, "id", customer.id());
      text(json, "name", customer.name());
      text(json, "email", customer.email());
      json.endObject();
    }
  }

  public static @Nullable Customer customer(JsonObject json, String name) {
    JsonObject object = json.optObject(name);
    return object == null
        ? null
        : new Customer(object.optText("id"), object.optText("name"), object.optText("email"));
  }

  public static void address(JsonWriter json, String name, @Nullable Address address) {
    if (address != null) {
      json.object(name);
      text(json, "addressLine1", address.addressLine1());
      text(json, "addressLine2", address.addressLine2());
      text(json, "city", address.city());
      text(json, "state", address.state());
      text(json, "postalCode", address.postalCode());
      text(json, "countryCode", address.countryCode());
      json.endObject();
    }
  }

  public static @Nullable Address address(JsonObject json, String name) {
    JsonObject object = json.optObject(name);
    return object == null
        ? null
        : new Address(
            object.optText("addressLine1"),
            object.optText("addressLine2"),
            object.optText("city"),
            object.optText("state"),
            object.optText("postalCode"),
            object.optText("countryCode"));
  }
}
