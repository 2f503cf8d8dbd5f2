package daybook.operation.reporting2021;

import daybook.contract.WireMoney;
import daybook.domain.Discount;
import daybook.domain.LineItem;
import daybook.domain.Product;
import daybook.domain.TaxExemption;
import daybook.json.JsonObject;
import daybook.json.JsonWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The wire form of a {@code LineItem} (CONTRACT 1.4).
 *
 * <p>What is not known is written as null, required or not, because the live service does so.
 */
final class LineItemJson {

  private LineItemJson() {}

  static LineItem read(JsonObject item) {
    return new LineItem(
        product(item),
        WireMoney.read(item, "listedPricePerUnit"),
        WireMoney.read(item, "purchasedPricePerUnit"),
        item.integer("itemQuantity"),
        SumsJson.read(item, "item"),
        item.optText("purchaseOrderLineItem"),
        new TaxExemption(
            item.optBoolean("taxExemptionApplied"),
            item.optText("taxExemptionType"),
            item.optBoolean("taxExemptOptOut")),
        new Discount(
            item.optText("discountProgram"),
            item.optText("discountType"),
            WireMoney.read(item, "discountAmount"),
            item.optText("discountRatio")),
        SellerJson.read(item.optObject("seller")),
        orEmpty(item.optTexts("sellerCredentials")),
        SellerJson.readCredentials(item.optObjects("sellerCredentialDetails")),
        orEmpty(item.optTexts("transactionIds")),
        orEmpty(item.optTexts("carrierTrackingNumbers")));
  }

  static void write(JsonWriter json, LineItem item) {
    Product product = item.product();
    json.object()
        .text("productCategory", product.category())
        .text("asin", product.asin())
        .text("title", product.title())
        .text("unspsc", product.unspsc())
        .text("productCondition", product.condition());
    WireMoney.writeText(json, "listedPricePerUnit", item.listedPricePerUnit());
    WireMoney.writeText(json, "purchasedPricePerUnit", item.purchasedPricePerUnit());
    json.number("itemQuantity", item.quantity());
    SumsJson.write(json, "item", item.amounts());
    json.text("purchaseOrderLineItem", item.purchaseOrderLineItem());
    writeTaxExemption(json, item.taxExemption());
    writeDiscount(json, item.discount());
    SellerJson.write(json, item.seller());
    json.texts("sellerCredentials", item.sellerCredentials())
        .each(
            "sellerCredentialDetails", item.sellerCredentialDetails(), SellerJson::writeCredential)
        .text("brandCode", product.brandCode())
        .text("brandName", product.brandName())
        .text("manufacturerName", product.manufacturerName())
        .texts("transactionIds", item.transactionIds())
        .texts("carrierTrackingNumbers", item.carrierTrackingNumbers())
        .endObject();
  }

  private static Product product(JsonObject item) {
    return new Product(
        item.optText("asin"),
        item.optText("title"),
        item.optText("productCategory"),
        item.optText("unspsc"),
        item.optText("productCondition"),
        item.optText("brandCode"),
        item.optText("brandName"),
        item.optText("manufacturerName"));
  }

  private static void writeTaxExemption(JsonWriter json, TaxExemption exemption) {
    json.bool("taxExemptionApplied", exemption.applied())
        .text("taxExemptionType", exemption.type())
        .bool("taxExemptOptOut", exemption.optOut());
  }

  private static void writeDiscount(JsonWriter json, Discount discount) {
    json.text("discountProgram", discount.program()).text("discountType", discount.type());
    WireMoney.writeText(json, "discountAmount", discount.amount());
    json.text("discountRatio", discount.ratio());
  }

  private static List<String> orEmpty(@Nullable List<String> texts) {
    return texts == null ? List.of() : texts;
  }
}
