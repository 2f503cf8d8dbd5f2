package daybook.operation.reporting2021;

import daybook.domain.Address;
import daybook.json.JsonObject;
import daybook.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/** The wire form of an {@code Address} (CONTRACT 1.4). */
final class AddressJson {

  private AddressJson() {}

  static @Nullable Address read(@Nullable JsonObject address) {
    return address == null
        ? null
        : new Address(
            address.optText("addressLine1"),
            address.optText("addressLine2"),
            address.optText("city"),
            address.optText("state"),
            address.optText("postalCode"),
            address.optText("countryCode"));
  }

  static void write(JsonWriter json, String name, @Nullable Address address) {
    if (address == null) {
      json.none(name);
      return;
    }
    json.object(name)
        .text("addressLine1", address.addressLine1())
        .text("addressLine2", address.addressLine2())
        .text("city", address.city())
        .text("state", address.state())
        .text("postalCode", address.postalCode())
        .text("countryCode", address.countryCode())
        .endObject();
  }
}
