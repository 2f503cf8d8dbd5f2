package daybook.document;

import daybook.domain.Discount;
import daybook.domain.LineItem;
import daybook.domain.Product;
import daybook.domain.Seller;
import daybook.domain.SellerCredential;
import daybook.domain.SellerCredential.CertifyingAgency;
import daybook.domain.TaxExemption;
import daybook.json.JsonObject;
import daybook.json.JsonWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The part of a document that tells of one line item. */
final class LineItemDocument {

  private LineItemDocument() {}

  static void encode(JsonWriter json, LineItem item) {
    json.object();
    encodeProduct(json, item.product());
    Parts.money(json, "listedPricePerUnit", item.listedPricePerUnit());
    Parts.money(json, "purchasedPricePerUnit", item.purchasedPricePerUnit());
    json.number("quantity", item.quantity());
    Parts.amounts(json, item.amounts());
    Parts.text(json, "purchaseOrderLineItem", item.purchaseOrderLineItem());
    encodeTaxExemption(json, item.taxExemption());
    encodeDiscount(json, item.discount());
    encodeSeller(json, item.seller());
    Parts.texts(json, "sellerCredentials", item.sellerCredentials());
    if (!item.sellerCredentialDetails().isEmpty()) {
      json.each(
          "sellerCredentialDetails",
          item.sellerCredentialDetails(),
          LineItemDocument::encodeCredential);
    }
    Parts.texts(json, "transactionIds", item.transactionIds());
    Parts.texts(json, "carrierTrackingNumbers", item.carrierTrackingNumbers());
    json.endObject();
  }

  static LineItem decode(JsonObject json) {
    List<JsonObject> credentials = json.optObjects("sellerCredentialDetails");
    return new LineItem(
        decodeProduct(json.object("product")),
        Parts.optMoney(json, "listedPricePerUnit"),
        Parts.optMoney(json, "purchasedPricePerUnit"),
        json.integer("quantity"),
        Parts.amounts(json),
        json.optText("purchaseOrderLineItem"),
        decodeTaxExemption(json.optObject("taxExemption")),
        decodeDiscount(json.optObject("discount")),
        decodeSeller(json.optObject("seller")),
        Parts.texts(json, "sellerCredentials"),
        credentials == null
            ? List.of()
            : credentials.stream().map(LineItemDocument::decodeCredential).toList(),
        Parts.texts(json, "transactionIds"),
        Parts.texts(json, "carrierTrackingNumbers"));
  }

  private static void encodeProduct(JsonWriter json, Product product) {
    json.object("product");
    Parts.text(json, "asin", product.asin());
    Parts.text(json, "title", product.title());
    Parts.text(json, "category", product.category());
    Parts.text(json, "unspsc", product.unspsc());
    Parts.text(json, "condition", product.condition());
    Parts.text(json, "brandCode", product.brandCode());
    Parts.text(json, "brandName", product.brandName());
    Parts.text(json, "manufacturerName", product.manufacturerName());
    json.endObject();
  }

  private static Product decodeProduct(JsonObject json) {
    return new Product(
        json.optText("asin"),
        json.optText("title"),
        json.optText("category"),
        json.optText("unspsc"),
        json.optText("condition"),
        json.optText("brandCode"),
        json.optText("brandName"),
        json.optText("manufacturerName"));
  }

  private static void encodeTaxExemption(JsonWriter json, TaxExemption exemption) {
    if (exemption.equals(TaxExemption.NONE)) {
      return;
    }
    json.object("taxExemption");
    Parts.bool(json, "applied", exemption.applied());
    Parts.text(json, "type", exemption.type());
    Parts.bool(json, "optOut", exemption.optOut());
    json.endObject();
  }

  private static TaxExemption decodeTaxExemption(@Nullable JsonObject json) {
    return json == null
        ? TaxExemption.NONE
        : new TaxExemption(
            json.optBoolean("applied"), json.optText("type"), json.optBoolean("optOut"));
  }

  private static void encodeDiscount(JsonWriter json, Discount discount) {
    if (discount.equals(Discount.NONE)) {
      return;
    }
    json.object("discount");
    Parts.text(json, "program", discount.program());
    Parts.text(json, "type", discount.type());
    Parts.money(json, "amount", discount.amount());
    Parts.text(json, "ratio", discount.ratio());
    json.endObject();
  }

  private static Discount decodeDiscount(@Nullable JsonObject json) {
    return json == null
        ? Discount.NONE
        : new Discount(
            json.optText("program"),
            json.optText("type"),
            Parts.optMoney(json, "amount"),
            json.optText("ratio"));
  }

  private static void encodeSeller(JsonWriter json, @Nullable Seller seller) {
    if (seller == null) {
      return;
    }
    json.object("seller").text("name", seller.name());
    Parts.address(json, "primaryAddress", seller.primaryAddress());
    json.endObject();
  }

  private static @Nullable Seller decodeSeller(@Nullable JsonObject json) {
    return json == null
        ? null
        : new Seller(Parts.orEmpty(json, "name"), Parts.address(json, "primaryAddress"));
  }

  private static void encodeCredential(JsonWriter json, SellerCredential credential) {
    json.object().text("certificateType", credential.certificateType());
    if (!credential.certifyingAgencies().isEmpty()) {
      json.each(
          "certifyingAgencies", credential.certifyingAgencies(), LineItemDocument::encodeAgency);
    }
    json.endObject();
  }

  private static SellerCredential decodeCredential(JsonObject json) {
    List<JsonObject> agencies = json.optObjects("certifyingAgencies");
    return new SellerCredential(
        Parts.orEmpty(json, "certificateType"),
        agencies == null
            ? List.of()
            : agencies.stream().map(LineItemDocument::decodeAgency).toList());
  }

  private static void encodeAgency(JsonWriter json, CertifyingAgency agency) {
    json.object();
    Parts.text(json, "name", agency.name());
    Parts.instant(json, "expirationDate", agency.expirationDate());
    json.endObject();
  }

  private static CertifyingAgency decodeAgency(JsonObject json) {
    return new CertifyingAgency(json.optText("name"), Parts.optInstant(json, "expirationDate"));
  }
}
