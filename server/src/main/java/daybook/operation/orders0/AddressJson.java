package daybook.operation.orders0;

import daybook.domain.seller.SellerAddress;
import daybook.domain.seller.SellerAddress.Contact;
import daybook.domain.seller.SellerAddress.Coordinates;
import daybook.domain.seller.SellerAddress.Extended;
import daybook.domain.seller.SellerAddress.Finer;
import daybook.domain.seller.SellerAddress.Lines;
import daybook.domain.seller.SellerAddress.Place;
import daybook.json.JsonObject;
import daybook.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/** The wire form of an {@code Address} (CONTRACT 1.5). */
final class AddressJson {

  private AddressJson() {}

  static @Nullable SellerAddress read(@Nullable JsonObject json) {
    return json == null
        ? null
        : new SellerAddress(
            new Contact(json.optText("Name"), json.optText("CompanyName"), json.optText("Phone")),
            new Lines(
                json.optText("AddressLine1"),
                json.optText("AddressLine2"),
                json.optText("AddressLine3")),
            new Place(
                json.optText("City"),
                json.optText("StateOrRegion"),
                json.optText("PostalCode"),
                json.optText("CountryCode"),
                new Finer(
                    json.optText("County"),
                    json.optText("District"),
                    json.optText("Municipality"))),
            extended(json.optObject("ExtendedFields")),
            Members.named(json, "AddressType", SellerAddress.Type.class));
  }

  /** Writes an address in full, if it is known. */
  static void write(JsonWriter json, String name, @Nullable SellerAddress address) {
    if (address == null) {
      return;
    }
    json.object(name);
    Members.text(json, "Name", address.contact().name());
    Members.text(json, "CompanyName", address.contact().companyName());
    Members.text(json, "AddressLine1", address.lines().first());
    Members.text(json, "AddressLine2", address.lines().second());
    Members.text(json, "AddressLine3", address.lines().third());
    Place place = address.place();
    Members.text(json, "City", place.city());
    Members.text(json, "County", place.finer().county());
    Members.text(json, "District", place.finer().district());
    Members.text(json, "StateOrRegion", place.stateOrRegion());
    Members.text(json, "Municipality", place.finer().municipality());
    Members.text(json, "PostalCode", place.postalCode());
    Members.text(json, "CountryCode", place.countryCode());
    Members.text(json, "Phone", address.contact().phone());
    write(json, address.extended());
    Members.named(json, "AddressType", address.type());
    json.endObject();
  }

  /** Returns what a plain access token shows of an address: city and country (CONTRACT 4.5). */
  static @Nullable SellerAddress reduced(@Nullable SellerAddress address) {
    if (address == null) {
      return null;
    }
    Place place = address.place();
    Place coarse =
        new Place(
            place.city(),
            place.stateOrRegion(),
            place.postalCode(),
            place.countryCode(),
            Finer.UNKNOWN);
    return coarse.equals(new Place(null, null, null, null, Finer.UNKNOWN))
        ? null
        : new SellerAddress(Contact.UNKNOWN, Lines.UNKNOWN, coarse, null, null);
  }

  /** Returns the address without its telephone number. */
  static @Nullable SellerAddress withoutPhone(@Nullable SellerAddress address) {
    if (address == null) {
      return null;
    }
    Contact contact = address.contact();
    return new SellerAddress(
        new Contact(contact.name(), contact.companyName(), null),
        address.lines(),
        address.place(),
        address.extended(),
        address.type());
  }

  private static @Nullable Extended extended(@Nullable JsonObject json) {
    return json == null
        ? null
        : new Extended(
            json.optText("StreetName"),
            json.optText("StreetNumber"),
            json.optText("Complement"),
            json.optText("Neighborhood"),
            coordinates(json, json.optObject("GeoCoordinates")));
  }

  private static @Nullable Coordinates coordinates(JsonObject parent, @Nullable JsonObject json) {
    if (json == null) {
      return null;
    }
    try {
      return new Coordinates(json.optDecimal("Latitude"), json.optDecimal("Longitude"));
    } catch (IllegalArgumentException e) {
      throw parent.problem("GeoCoordinates", String.valueOf(e.getMessage()));
    }
  }

  private static void write(JsonWriter json, @Nullable Extended extended) {
    if (extended == null) {
      return;
    }
    json.object("ExtendedFields");
    Members.text(json, "StreetName", extended.streetName());
    Members.text(json, "StreetNumber", extended.streetNumber());
    Members.text(json, "Complement", extended.complement());
    Members.text(json, "Neighborhood", extended.neighborhood());
    Coordinates coordinates = extended.coordinates();
    if (coordinates != null) {
      json.object("GeoCoordinates");
      Members.decimal(json, "Latitude", coordinates.latitude());
      Members.decimal(json, "Longitude", coordinates.longitude());
      json.endObject();
    }
    json.endObject();
  }
}
