package daybook.bench;

import daybook.bench.DemoStore.Party;
import daybook.json.Json;
import daybook.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Collects pages of one operation of a demo world, of all accounts it is for. */
final class OperationPages {

  private static final String ORDERS_2021 = "/reports/2021-01-08/orders";
  private static final String PURCHASE_ORDERS = "/reports/2025-06-09/purchaseOrders/";
  private static final String INCLUDED =
      "includeLineItems=true&includeShipments=true&includeCharges=true";

  /** A listing by purchase order number reaches two years back; this is safely within. */
  private static final Duration LOOK_BACK = Duration.ofDays(600);

  private final Client client;
  private final DemoStore store;
  private final Path out;
  private final List<String> about = new ArrayList<>();

  OperationPages(String url, Path directory, Path out) throws IOException {
    this.store = DemoStore.read(directory);
    this.client = new Client(url, store.clientId(), store.clientSecret());
    this.out = out;
  }

  /** Collects pages of an operation, or of a variant of it: "getOrders+filtered". */
  void collect(String name, int pages) throws IOException {
    boolean sellers = name.startsWith("getOrders+") || name.equals("getOrders");
    List<Party> parties = store.parties().stream().filter(one -> one.sells() == sellers).toList();
    PageCollector collector = new PageCollector(client, out);
    int left = parties.size();
    for (Party party : parties) {
      int share = (pages - collector.size() + left - 1) / left;
      int most = collector.size() + share;
      String plain = client.accessToken(party.refreshToken());
      String token = name.equals("getOrders+restricted") ? client.restrictedToken(plain) : plain;
      for (Listing listing : listings(name, party, plain, share)) {
        collector.walk(listing, token, most);
      }
      left--;
    }
    collector.write();
    Files.write(out.resolve("about.txt"), about);
  }

  private List<Listing> listings(String name, Party party, String token, int most) {
    String dates = "startDate=" + party.from() + "&endDate=" + party.to();
    return switch (name) {
      case "getOrderReports" -> reports(party.from(), party.to());
      case "getOrderReportsByPurchaseOrderNumber" -> {
        Instant earliest = party.to().minus(LOOK_BACK);
        Instant from = party.from().isAfter(earliest) ? party.from() : earliest;
        yield some(
            values(reports(from, party.to()), token, order -> text(order, "purchaseOrderNumber")),
            most,
            number ->
                new Listing(PURCHASE_ORDERS + Client.encode(number) + "/orderReports", "", false));
      }
      case "getOrdersByOrderDate" -> List.of(new Listing(ORDERS_2021, dates, true));
      case "getOrdersByOrderDate+included" ->
          List.of(new Listing(ORDERS_2021, dates + "&" + INCLUDED, true));
      case "getOrdersByOrderId" ->
          some(
              values(
                  reports(party.from(), party.to()),
                  token,
                  order -> order.object("orderMetadata").text("orderId")),
              most,
              id -> new Listing(ORDERS_2021 + "/" + id, INCLUDED, true));
      case "getTransactions" ->
          List.of(
              new Listing(
                  "/reconciliation/2021-01-08/transactions",
                  "feedStartDate=" + party.from() + "&feedEndDate=" + party.to(),
                  true));
      case "getOrders", "getOrders+restricted" -> List.of(sales(party));
      case "getOrders+filtered" -> {
        RareFilters rare = RareFilters.of(sales(party), client, token);
        about.addAll(rare.shares());
        yield rare.listings();
      }
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static Listing sales(Party party) {
    String query =
        "MarketplaceIds="
            + String.join(",", party.marketplaceIds())
            + "&LastUpdatedAfter="
            + party.from()
            + "&LastUpdatedBefore="
            + party.to();
    return new Listing("/orders/v0/orders", query, true);
  }

  /** Cuts a range into listings of getOrderReports that are not too long. */
  private static List<Listing> reports(Instant from, Instant to) {
    List<Listing> listings = new ArrayList<>();
    for (Instant at = from; at.isBefore(to); at = at.plus(StorePages.LONGEST)) {
      Instant next = at.plus(StorePages.LONGEST);
      listings.add(StorePages.reports(at, next.isAfter(to) ? to : next.minusSeconds(1)));
    }
    return listings;
  }

  private Set<String> values(
      List<Listing> reports, String token, Function<JsonObject, @Nullable String> value) {
    Set<String> values = new LinkedHashSet<>();
    for (Listing listing : reports) {
      listing.walk(
          client,
          token,
          (target, body) -> {
            Objects.requireNonNull(Json.readObject(body).optObjects("ordersReport")).stream()
                .map(value)
                .filter(Objects::nonNull)
                .forEach(values::add);
            return true;
          });
    }
    return values;
  }

  private static @Nullable String text(JsonObject order, String name) {
    return order.has(name) ? order.optText(name) : null;
  }

  private static List<Listing> some(
      Set<String> values, int most, Function<String, Listing> listing) {
    List<String> shuffled = new ArrayList<>(values);
    Collections.shuffle(shuffled, new Random(1));
    return shuffled.stream().limit(most).map(listing).toList();
  }
}
