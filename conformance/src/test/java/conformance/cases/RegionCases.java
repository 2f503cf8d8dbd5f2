package conformance.cases;

import com.fasterxml.jackson.databind.JsonNode;
import conformance.Case;
import conformance.Json;
import conformance.Mismatch;
import conformance.NotApplicable;
import conformance.sight.Data;
import conformance.sight.Kit;
import conformance.sight.Marketplaces;
import conformance.sight.Op;
import java.util.ArrayList;
import java.util.List;

/** Regions and marketplaces: CONTRACT 6. */
final class RegionCases {

  private final Kit kit;
  private final List<Case> cases = new ArrayList<>();

  private RegionCases(Kit kit) {
    this.kit = kit;
  }

  static List<Case> of(Kit kit) {
    RegionCases regions = new RegionCases(kit);
    regions.addPlaces();
    regions.addCurrencies();
    return regions.cases;
  }

  private void addPlaces() {
    for (String region : Marketplaces.REGIONS) {
      cases.add(
          Case.of(
              "6 " + region,
              "is a region of the reports",
              () -> {
                JsonNode page = kit.page(Op.REPORTS, Op.REPORTS.goodQuery() + "&region=" + region);
                for (JsonNode order : page.path("ordersReport")) {
                  String seen = order.path("orderMetadata").path("region").asText();
                  Mismatch.unlessEqual("region", region, seen);
                }
              }));
    }
    for (String id : Marketplaces.IDS) {
      cases.add(
          Case.of(
              "6 " + id,
              "is a marketplace of getOrders",
              () -> {
                JsonNode page = kit.page(Op.ORDERS, "CreatedAfter={start}&MarketplaceIds=" + id);
                for (JsonNode order : Data.records(Op.ORDERS, page)) {
                  Mismatch.unlessEqual("MarketplaceId", id, order.path("MarketplaceId").asText());
                }
              }));
    }
    cases.add(
        Case.of(
            "6",
            "every region has its currency (REPORTS)",
            () -> {
              for (JsonNode order : kit.data.of(Op.REPORTS, true)) {
                String region = order.path("orderMetadata").path("region").asText();
                checkCurrency(region, order, "charges[].amount.currencyCode");
              }
            }));
  }

  private void addCurrencies() {
    cases.add(
        Case.of(
            "6",
            "every marketplace is a Business one and has its currency (TRANSACTIONS)",
            () -> {
              for (JsonNode transaction : kit.data.of(Op.TRANSACTIONS, true)) {
                String region =
                    Marketplaces.BUSINESS.get(transaction.path("marketplaceId").asText());
                Mismatch.unless(region != null, "a Business marketplace", transaction);
                checkCurrency(region, transaction, "amount.currencyCode");
              }
            }));
    cases.add(
        Case.of(
            "6",
            "every Business marketplace has its currency (ORDERS)",
            () -> {
              boolean any = false;
              for (JsonNode order : kit.data.of(Op.ORDERS, true)) {
                String region = Marketplaces.BUSINESS.get(order.path("MarketplaceId").asText());
                if (region != null) {
                  any = true;
                  checkCurrency(region, order, "OrderTotal.CurrencyCode");
                }
              }
              if (!any) {
                throw new NotApplicable("no such data: no order of a Business marketplace");
              }
            }));
    cases.add(
        Case.of(
            "2 #23",
            "the Host does not matter (REPORTS)",
            () -> {
              for (String host :
                  List.of("na.business-api.amazon.com", "sellingpartnerapi-eu.amazon.com")) {
                kit.wire
                    .send(kit.request(Op.REPORTS, Op.REPORTS.goodQuery()).with("Host", host))
                    .is(200);
              }
            }));
  }

  private static void checkCurrency(String region, JsonNode entry, String path) {
    String expected = Marketplaces.CURRENCIES.getOrDefault(region, "none");
    for (JsonNode currency : Json.all(entry, path)) {
      Mismatch.unlessEqual("currency of " + region, expected, currency.asText());
    }
  }
}
