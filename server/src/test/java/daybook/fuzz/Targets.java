package daybook.fuzz;

import static daybook.fuzz.Values.pick;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;

/** Makes targets of operations out of good, nearly good and bad parts. */
final class Targets {

  static final String REPORTS = "/reports/2025-06-09/orderReports";
  static final String BY_PO = "/reports/2025-06-09/purchaseOrders/PO-1/orderReports";
  static final String ORDERS = "/reports/2021-01-08/orders";
  static final String TRANSACTIONS = "/reconciliation/2021-01-08/transactions";
  static final String SELLER_ORDERS = "/orders/v0/orders";
  static final String RESTRICTED = "/tokens/2021-03-01/restrictedDataToken";
  static final String TOKEN = "/auth/o2/token";

  /** Targets that answer with a page of whoever asks. */
  static final List<String> GOOD =
      List.of(
          REPORTS + "?orderStartDate=2025-03-01&orderEndDate=2025-03-31",
          BY_PO + "?region=US",
          ORDERS
              + "?startDate=2025-03-01&endDate=2025-03-31&includeLineItems=true"
              + "&includeShipments=true&includeCharges=true",
          TRANSACTIONS + "?feedStartDate=2025-03-01&feedEndDate=2025-03-31",
          SELLER_ORDERS + "?CreatedAfter=2025-03-01&MarketplaceIds=ATVPDKIKX0DER",
          SELLER_ORDERS + "?LastUpdatedAfter=2025-03-01&MarketplaceIds=ATVPDKIKX0DER",
          SELLER_ORDERS
              + "?CreatedAfter=2025-03-01&MarketplaceIds=ATVPDKIKX0DER&MaxResultsPerPage=7");

  private static final List<String> DATES =
      List.of(
          "orderStartDate",
          "orderEndDate",
          "startDate",
          "endDate",
          "feedStartDate",
          "feedEndDate",
          "CreatedAfter",
          "CreatedBefore",
          "LastUpdatedAfter",
          "LastUpdatedBefore",
          "EarliestDeliveryDateBefore",
          "EarliestDeliveryDateAfter",
          "LatestDeliveryDateBefore",
          "LatestDeliveryDateAfter");

  private static final List<String> WORDS =
      List.of(
          "orderStatuses",
          "region",
          "includeLineItems",
          "includeShipments",
          "includeCharges",
          "purchaseOrderNumber",
          "OrderStatuses",
          "MarketplaceIds",
          "FulfillmentChannels",
          "PaymentMethods",
          "PaymentMethod",
          "BuyerEmail",
          "SellerOrderId",
          "AmazonOrderIds",
          "EasyShipShipmentStatuses",
          "ElectronicInvoiceStatuses",
          "ActualFulfillmentSupplySourceId",
          "StoreChainStoreId",
          "IsISPU",
          "nextPageToken",
          "pageToken",
          "NextToken");

  private static final List<String> ODD_NAMES =
      List.of(
          "",
          "orderstartdate",
          "OrderStartDate",
          "orderStartDate[]",
          "orderStartDate%00",
          "%6frderStartDate",
          "MarketplaceIds.1",
          "account",
          "accountId",
          "__proto__",
          "%FF",
          "%",
          "a".repeat(3_000),
          "order%0d%0aX-Injected:%20yes");

  private final Victims victims;

  Targets(Victims victims) {
    this.victims = victims;
  }

  /** Returns a target of some operation with some parameters. */
  String any(Random random) {
    StringBuilder target =
        new StringBuilder(random.nextInt(3) == 0 ? oddPath(random) : base(random));
    for (int i = random.nextInt(4); i > 0; i--) {
      String pair = parameter(random);
      target.append(
          target.indexOf("?") < 0 ? "?" : pick(random, List.of("&", "&", "&", "&&", "?", ";")));
      target.append(pair);
      if (random.nextInt(8) == 0) {
        target.append('&').append(pair);
      }
    }
    return target.toString();
  }

  /** Returns a target that is longer than is taken. */
  String tooLong(Random random) {
    return base(random) + "&x=" + pick(random, List.of("u", "%41", ",", "%")).repeat(17_000);
  }

  private String base(Random random) {
    if (random.nextInt(4) == 0) {
      return byId(random);
    }
    String good = pick(random, GOOD);
    // Parameters changed in place: only so are all the others good.
    List<String> parts = new ArrayList<>(List.of(good.split("(?<=[?&])")));
    for (int i = 1; i < parts.size(); i++) {
      String part = parts.get(i);
      int equals = part.indexOf('=');
      String end = part.endsWith("&") ? "&" : "";
      switch (random.nextInt(7)) {
        case 0 -> parts.set(i, part.substring(0, equals + 1) + valueFor(random, part) + end);
        case 1 -> parts.set(i, part.substring(0, equals + 1) + Values.any(random) + end);
        case 2 -> parts.set(i, random.nextInt(3) == 0 ? "" : part);
        default -> {}
      }
    }
    return String.join("", parts);
  }

  private static String valueFor(Random random, String part) {
    return pick(random, part.matches("(?i).*(date|after|before)=.*") ? Values.DATES : Values.WORDS);
  }

  private String byId(Random random) {
    Victim victim = pick(random, victims.all());
    String id = victim.idPrefix() + "%07d".formatted(random.nextInt(130));
    return switch (random.nextInt(6)) {
      case 0 -> ORDERS + "/" + Values.any(random);
      case 1 -> ORDERS + "/" + id + "?includeLineItems=" + Values.any(random);
      case 2 ->
          "/reports/2025-06-09/purchaseOrders/" + Values.any(random) + "/orderReports?region=US";
      case 3 -> SELLER_ORDERS + "?MarketplaceIds=ATVPDKIKX0DER&AmazonOrderIds=" + id + ",," + id;
      case 4 -> SELLER_ORDERS + "?MarketplaceIds=ATVPDKIKX0DER&SellerOrderId=S" + id;
      default -> ORDERS + "/" + id + "?includeCharges=1&includeShipments=TRUE";
    };
  }

  private String parameter(Random random) {
    String value = Values.any(random);
    return switch (random.nextInt(6)) {
      case 0, 1 -> pick(random, DATES) + "=" + pick(random, Values.DATES);
      case 2 -> "MaxResultsPerPage=" + pick(random, Values.NUMBERS);
      case 3 -> pick(random, ODD_NAMES) + pick(random, List.of("=", "", "==")) + value;
      default ->
          pick(random, WORDS) + "=" + (random.nextBoolean() ? pick(random, Values.WORDS) : value);
    };
  }

  /** Returns a path that is somebody's idea of going round the rules. */
  String oddPath(Random random) {
    String good = pick(random, GOOD);
    int mark = good.indexOf('?');
    String path = good.substring(0, mark);
    String query = good.substring(mark);
    return switch (random.nextInt(18)) {
      case 0 -> "/" + path + query;
      case 1 -> path + "/" + query;
      case 2 -> path + "//" + query;
      case 3 -> path.replaceFirst("/[^/]+", "$0/../$0") + query;
      case 4 -> path.replace("/", "/./") + query;
      case 5 -> path.replace("/", "%2F") + query;
      case 6 -> path.replace("/", "\\") + query;
      case 7 -> path + "/" + Values.any(random) + query;
      case 8 -> path + ";x=y" + query;
      case 9 -> path + "%00" + query;
      case 10 -> path.toUpperCase(java.util.Locale.ROOT) + query;
      case 11 -> "/%2e%2e/%2e%2e/etc/passwd";
      case 12 -> "/" + Values.any(random);
      case 13 ->
          pick(random, List.of("http://evil.example", "https://127.0.0.1:1", "HTTP://X"))
              + path
              + query;
      case 14 -> "/" + "a/".repeat(1 + random.nextInt(4_000));
      case 15 -> Values.escaped(path).replace("%2F", "/") + query;
      case 16 ->
          pick(
              random,
              List.of("/metrics/x", "/health", "/health/ready/", "/actuator", "/.git/config", "/"));
      default ->
          path.replaceFirst(
                  "\\d{4}-\\d\\d-\\d\\d|v0", Matcher.quoteReplacement("../" + Values.any(random)))
              + query;
    };
  }

  /** Returns a target with a page token of somebody, of some operation, in some state. */
  String paged(Random random) {
    Victim victim = pick(random, victims.all());
    String good = pick(random, GOOD);
    if (victim.pages().isEmpty()) {
      return good;
    }
    String token = pick(random, victim.pages());
    String sent =
        switch (random.nextInt(10)) {
          case 0 -> token;
          case 1 -> Values.escaped(Values.escaped(token));
          case 2 -> token + Values.any(random);
          case 3 -> "%20" + token + "+";
          case 4 -> token.replace('-', '+').replace('_', '/');
          case 5 -> token + "," + token;
          case 6 -> "A".repeat(1 + random.nextInt(6_000));
          default -> Values.damaged(random, token);
        };
    String name =
        good.startsWith(SELLER_ORDERS)
            ? "NextToken"
            : pick(random, List.of("nextPageToken", "pageToken"));
    String path = random.nextBoolean() ? good.substring(0, good.indexOf('?')) + "?" : good + "&";
    return path + name + "=" + sent;
  }
}
