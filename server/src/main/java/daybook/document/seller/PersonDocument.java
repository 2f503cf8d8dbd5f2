package daybook.document.seller;

import daybook.document.Parts;
import daybook.domain.seller.BuyerInfo;
import daybook.domain.seller.BuyerTaxInformation;
import daybook.domain.seller.SellerAddress;
import daybook.domain.seller.SellerAddress.Contact;
import daybook.domain.seller.SellerAddress.Coordinates;
import daybook.domain.seller.SellerAddress.Extended;
import daybook.domain.seller.SellerAddress.Finer;
import daybook.domain.seller.SellerAddress.Lines;
import daybook.domain.seller.SellerAddress.Place;
import daybook.domain.seller.TaxClassification;
import daybook.json.JsonObject;
import daybook.json.JsonWriter;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parts of a document that tell of people: addresses, buyers and their tax offices. */
final class PersonDocument {

  private PersonDocument() {}

  static void encode(JsonWriter json, String name, @Nullable SellerAddress address) {
    if (address == null) {
      return;
    }
    json.object(name);
    Parts.text(json, "name", address.contact().name());
    Parts.text(json, "companyName", address.contact().companyName());
    Parts.text(json, "phone", address.contact().phone());
    Parts.text(json, "line1", address.lines().first());
    Parts.text(json, "line2", address.lines().second());
    Parts.text(json, "line3", address.lines().third());
    Place place = address.place();
    Parts.text(json, "city", place.city());
    Parts.text(json, "stateOrRegion", place.stateOrRegion());
    Parts.text(json, "postalCode", place.postalCode());
    Parts.text(json, "countryCode", place.countryCode());
    Parts.text(json, "county", place.finer().county());
    Parts.text(json, "district", place.finer().district());
    Parts.text(json, "municipality", place.finer().municipality());
    encode(json, address.extended());
    SellerOrderDocument.named(json, "type", address.type());
    json.endObject();
  }

  static @Nullable SellerAddress address(@Nullable JsonObject json) {
    return json == null
        ? null
        : new SellerAddress(
            new Contact(json.optText("name"), json.optText("companyName"), json.optText("phone")),
            new Lines(json.optText("line1"), json.optText("line2"), json.optText("line3")),
            new Place(
                json.optText("city"),
                json.optText("stateOrRegion"),
                json.optText("postalCode"),
                json.optText("countryCode"),
                new Finer(
                    json.optText("county"),
                    json.optText("district"),
                    json.optText("municipality"))),
            extended(json.optObject("extended")),
            SellerOrderDocument.named(json, "type", SellerAddress.Type.class));
  }

  private static void encode(JsonWriter json, @Nullable Extended extended) {
    if (extended == null) {
      return;
    }
    json.object("extended");
    Parts.text(json, "streetName", extended.streetName());
    Parts.text(json, "streetNumber", extended.streetNumber());
    Parts.text(json, "complement", extended.complement());
    Parts.text(json, "neighborhood", extended.neighborhood());
    Coordinates coordinates = extended.coordinates();
    if (coordinates != null) {
      json.object("coordinates");
      decimal(json, "latitude", coordinates.latitude());
      decimal(json, "longitude", coordinates.longitude());
      json.endObject();
    }
    json.endObject();
  }

  private static @Nullable Extended extended(@Nullable JsonObject json) {
    if (json == null) {
      return null;
    }
    JsonObject coordinates = json.optObject("coordinates");
    return new Extended(
        json.optText("streetName"),
        json.optText("streetNumber"),
        json.optText("complement"),
        json.optText("neighborhood"),
        coordinates == null
            ? null
            : new Coordinates(
                coordinates.optDecimal("latitude"), coordinates.optDecimal("longitude")));
  }

  static void encode(JsonWriter json, String name, @Nullable BuyerInfo buyer) {
    if (buyer == null) {
      return;
    }
    json.object(name);
    Parts.text(json, "email", buyer.email());
    Parts.text(json, "name", buyer.name());
    Parts.text(json, "county", buyer.county());
    BuyerInfo.Tax tax = buyer.tax();
    if (tax != null) {
      json.object("tax");
      Parts.text(json, "companyLegalName", tax.companyLegalName());
      Parts.text(json, "taxingRegion", tax.taxingRegion());
      encode(json, "classifications", tax.classifications());
      json.endObject();
    }
    Parts.text(json, "purchaseOrderNumber", buyer.purchaseOrderNumber());
    json.endObject();
  }

  static @Nullable BuyerInfo buyer(@Nullable JsonObject json) {
    if (json == null) {
      return null;
    }
    JsonObject tax = json.optObject("tax");
    return new BuyerInfo(
        json.optText("email"),
        json.optText("name"),
        json.optText("county"),
        tax == null
            ? null
            : new BuyerInfo.Tax(
                tax.optText("companyLegalName"),
                tax.optText("taxingRegion"),
                classifications(tax, "classifications")),
        json.optText("purchaseOrderNumber"));
  }

  static void encode(JsonWriter json, String name, @Nullable BuyerTaxInformation tax) {
    if (tax == null) {
      return;
    }
    json.object(name);
    Parts.text(json, "legalCompanyName", tax.legalCompanyName());
    Parts.text(json, "businessAddress", tax.businessAddress());
    Parts.text(json, "taxRegistrationId", tax.taxRegistrationId());
    Parts.text(json, "taxOffice", tax.taxOffice());
    json.endObject();
  }

  static @Nullable BuyerTaxInformation buyerTax(@Nullable JsonObject json) {
    return json == null
        ? null
        : new BuyerTaxInformation(
            json.optText("legalCompanyName"),
            json.optText("businessAddress"),
            json.optText("taxRegistrationId"),
            json.optText("taxOffice"));
  }

  static void encode(JsonWriter json, String name, @Nullable List<TaxClassification> all) {
    if (all != null) {
      json.each(name, all, PersonDocument::encode);
    }
  }

  static @Nullable List<TaxClassification> classifications(JsonObject json, String name) {
    List<JsonObject> all = json.optObjects(name);
    return all == null
        ? null
        : all.stream()
            .map(one -> new TaxClassification(one.optText("name"), one.optText("value")))
            .toList();
  }

  private static void encode(JsonWriter json, TaxClassification classification) {
    json.object();
    Parts.text(json, "name", classification.name());
    Parts.text(json, "value", classification.value());
    json.endObject();
  }

  private static void decimal(JsonWriter json, String name, @Nullable BigDecimal value) {
    if (value != null) {
      json.number(name, value);
    }
  }
}
