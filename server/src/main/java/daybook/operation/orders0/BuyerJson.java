package daybook.operation.orders0;

import daybook.domain.seller.BuyerInfo;
import daybook.domain.seller.BuyerTaxInformation;
import daybook.domain.seller.TaxClassification;
import daybook.json.JsonObject;
import daybook.json.JsonWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The members of an order that tell who bought it (CONTRACT 1.5 #37 and #44). */
final class BuyerJson {

  private BuyerJson() {}

  static @Nullable BuyerInfo info(@Nullable JsonObject json) {
    if (json == null) {
      return null;
    }
    JsonObject tax = json.optObject("BuyerTaxInfo");
    return new BuyerInfo(
        json.optText("BuyerEmail"),
        json.optText("BuyerName"),
        json.optText("BuyerCounty"),
        tax == null
            ? null
            : new BuyerInfo.Tax(
                tax.optText("CompanyLegalName"),
                tax.optText("TaxingRegion"),
                tax.has("TaxClassifications") ? classifications(tax, "TaxClassifications") : null),
        json.optText("PurchaseOrderNumber"));
  }

  static void write(JsonWriter json, @Nullable BuyerInfo buyer) {
    if (buyer == null) {
      return;
    }
    json.object("BuyerInfo");
    Members.text(json, "BuyerEmail", buyer.email());
    Members.text(json, "BuyerName", buyer.name());
    Members.text(json, "BuyerCounty", buyer.county());
    BuyerInfo.Tax tax = buyer.tax();
    if (tax != null) {
      json.object("BuyerTaxInfo");
      Members.text(json, "CompanyLegalName", tax.companyLegalName());
      Members.text(json, "TaxingRegion", tax.taxingRegion());
      write(json, "TaxClassifications", tax.classifications());
      json.endObject();
    }
    Members.text(json, "PurchaseOrderNumber", buyer.purchaseOrderNumber());
    json.endObject();
  }

  /** Returns what a plain access token shows of a buyer: the e-mail address (CONTRACT 4.5). */
  static @Nullable BuyerInfo reduced(@Nullable BuyerInfo buyer) {
    return buyer == null || buyer.email() == null
        ? null
        : new BuyerInfo(buyer.email(), null, null, null, null);
  }

  static @Nullable BuyerTaxInformation taxInformation(@Nullable JsonObject json) {
    return json == null
        ? null
        : new BuyerTaxInformation(
            json.optText("BuyerLegalCompanyName"),
            json.optText("BuyerBusinessAddress"),
            json.optText("BuyerTaxRegistrationId"),
            json.optText("BuyerTaxOffice"));
  }

  static void write(JsonWriter json, @Nullable BuyerTaxInformation tax) {
    if (tax == null) {
      return;
    }
    json.object("BuyerTaxInformation");
    Members.text(json, "BuyerLegalCompanyName", tax.legalCompanyName());
    Members.text(json, "BuyerBusinessAddress", tax.businessAddress());
    Members.text(json, "BuyerTaxRegistrationId", tax.taxRegistrationId());
    Members.text(json, "BuyerTaxOffice", tax.taxOffice());
    json.endObject();
  }

  /** Reads names at tax authorities; none where the list itself is not set. */
  static List<TaxClassification> classifications(JsonObject json, String name) {
    List<JsonObject> all = json.optObjects(name);
    return all == null
        ? List.of()
        : all.stream()
            .map(one -> new TaxClassification(one.optText("Name"), one.optText("Value")))
            .toList();
  }

  static void write(JsonWriter json, String name, @Nullable List<TaxClassification> all) {
    Members.each(json, name, all, BuyerJson::write);
  }

  private static void write(JsonWriter json, TaxClassification classification) {
    json.object();
    Members.text(json, "Name", classification.name());
    Members.text(json, "Value", classification.value());
    json.endObject();
  }
}
