package conformance.sight;

import com.fasterxml.jackson.databind.JsonNode;
import conformance.Answer;
import conformance.Json;
import conformance.NotApplicable;
import conformance.Request;
import conformance.Target;
import conformance.Times;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What the target holds: cases look at it first and derive what they ask for. */
public final class Data {

  public static final String ALL =
      "&includeLineItems=true&includeShipments=true&includeCharges=true";
  public static final String ALL_ELEMENTS =
      "\"buyerInfo\",\"shippingAddress\",\"buyerTaxInformation\"";

  private static final int MOST_PAGES =
      Target.property("pages").isEmpty() ? 40 : Integer.parseInt(Target.property("pages"));

  private final Kit kit;
  private final int pages;
  private final Instant start;
  private final Instant end;
  private final Map<String, List<JsonNode>> found = new HashMap<>();
  private String marketplaces = "";

  /** Looks at all pages, or at the first ones only, which leaves more calls to the cases. */
  public Data(Kit kit, boolean firstPagesOnly) {
    this.kit = kit;
    this.pages = firstPagesOnly ? 1 : MOST_PAGES;
    // Ten minutes ago: nothing that is still to come lies in the window.
    this.end = Instant.now().minus(Duration.ofMinutes(10)).truncatedTo(ChronoUnit.SECONDS);
    this.start = end.minus(Duration.ofDays(364));
  }

  /** Something that may take requests to find out. */
  @FunctionalInterface
  private interface Search {
    List<JsonNode> run() throws Exception;
  }

  public Instant start() {
    return start;
  }

  public Instant end() {
    return end;
  }

  /** Returns the records of a name in the table of fields, of all accounts. */
  public List<JsonNode> records(String name) {
    try {
      return switch (name) {
        case "orderReports" -> of(Op.REPORTS, true);
        case "orders2021" -> of(Op.BY_DATE, true);
        case "transactions" -> of(Op.TRANSACTIONS, true);
        case "sellerOrders" -> of(Op.ORDERS, true);
        case "restrictedOrders" -> restrictedOrders();
        default -> pages(name);
      };
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns what an operation lists for the first account, or for all. */
  public List<JsonNode> of(Op op, boolean allAccounts) throws Exception {
    return remembered(
        op + " " + allAccounts,
        () -> {
          int accounts =
              op.isOfSellers() ? kit.target.sellers().size() : kit.target.businesses().size();
          List<JsonNode> all = new ArrayList<>();
          // Asks for the first one even where there is none, which says so.
          for (int i = 0; i < (allAccounts ? Math.max(1, accounts) : 1); i++) {
            String token = op.isOfSellers() ? kit.seller(i) : kit.business(i);
            if (op == Op.ORDERS && allAccounts) {
              all.addAll(everywhere(token));
            } else {
              all.addAll(list(op, token, op.goodQuery()));
            }
          }
          return all;
        });
  }

  /** Returns the orders of all sellers, with all restricted data that can be had. */
  public List<JsonNode> restrictedOrders() throws Exception {
    return remembered(
        "restricted",
        () -> {
          List<JsonNode> all = new ArrayList<>();
          for (int i = 0; i < Math.max(1, kit.target.sellers().size()); i++) {
            all.addAll(everywhere(mostOpen(i)));
          }
          return all;
        });
  }

  // The token of a seller that shows most: not every grant has all the roles.
  private String mostOpen(int seller) throws Exception {
    for (String elements : List.of(ALL_ELEMENTS, "\"buyerInfo\"", "\"shippingAddress\"")) {
      Answer answer = restrictedToken(seller, elements);
      if (answer.status() == 200) {
        return answer.json().path("restrictedDataToken").asText();
      }
    }
    return kit.seller(seller);
  }

  // One call is about one region of the world.
  public List<JsonNode> everywhere(String token) throws Exception {
    List<JsonNode> all = new ArrayList<>();
    for (List<String> places : Marketplaces.ENDPOINTS) {
      String query = Op.ORDERS.goodQuery().replace("{marketplaces}", String.join(",", places));
      all.addAll(list(Op.ORDERS, token, query));
    }
    return all;
  }

  /** Asks for a restricted data token for getOrders. */
  public Answer restrictedToken(int seller, String elements) throws Exception {
    String body =
        "{\"restrictedResources\":[{\"method\":\"GET\",\"path\":\"%s\",\"dataElements\":[%s]}]}"
            .formatted(Op.ORDERS.path, elements);
    return kit.remember(
        kit.wire.send(Request.post(Op.RDT.path, Kit.JSON, body).as(kit.seller(seller))));
  }

  /** Returns the purchase order number that has most orders. */
  public String purchaseOrder() throws Exception {
    Map<String, Integer> counts = new HashMap<>();
    for (JsonNode order : of(Op.REPORTS, false)) {
      if (order.path("purchaseOrderNumber").isTextual()) {
        counts.merge(order.path("purchaseOrderNumber").asText(), 1, Integer::sum);
      }
    }
    return counts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElseThrow(() -> new NotApplicable("no such data: no purchase order number"));
  }

  public String orderId() throws Exception {
    return any(Op.REPORTS, "orderMetadata").path("orderMetadata").path("orderId").asText();
  }

  public String region() throws Exception {
    return any(Op.REPORTS, "orderMetadata").path("orderMetadata").path("region").asText();
  }

  /** Returns the marketplaces of the region of the world in which the first seller sells most. */
  public String marketplaces() throws Exception {
    if (marketplaces.isEmpty()) {
      int most = -1;
      for (List<String> places : Marketplaces.ENDPOINTS) {
        String ids = String.join(",", places);
        int orders =
            list(Op.ORDERS, kit.seller(0), Op.ORDERS.goodQuery().replace("{marketplaces}", ids))
                .size();
        if (orders > most) {
          most = orders;
          marketplaces = ids;
        }
      }
    }
    return marketplaces;
  }

  /** Returns the value of a member of some order of the first seller. */
  public String ofSellerOrders(String name) throws Exception {
    JsonNode order =
        any(Op.ORDERS, order1 -> !Json.all(order1, name).isEmpty(), "no order has " + name);
    return Json.all(order, name).get(0).asText();
  }

  /** Returns a record of the first account in which a member is set. */
  public JsonNode any(Op op, String member) throws Exception {
    return any(
        op,
        order ->
            order.path(member).isValueNode()
                ? !order.path(member).asText().isEmpty() && !order.path(member).isNull()
                : !order.path(member).isMissingNode(),
        "no record has " + member);
  }

  /** Returns the first record of the first account that fits. */
  public JsonNode any(Op op, Predicate<JsonNode> test, String otherwise) throws Exception {
    return of(op, false).stream()
        .filter(test)
        .findFirst()
        .orElseThrow(() -> new NotApplicable("no such data: " + otherwise));
  }

  /** Returns where the records of an operation stand in a page. */
  public static JsonNode records(Op op, JsonNode page) {
    return switch (op) {
      case REPORTS, BY_PO -> page.path("ordersReport");
      case BY_DATE, BY_ID -> page.path("orders");
      case TRANSACTIONS -> page.path("transactions");
      default -> page.path("payload").path("Orders");
    };
  }

  /** Returns the token of the next page; empty on the last. */
  public static String next(Op op, JsonNode page) {
    return op == Op.ORDERS
        ? page.path("payload").path("NextToken").asText("")
        : page.path("nextPageToken").asText("");
  }

  /** Returns the identifier of a record. */
  public static String id(Op op, JsonNode entry) {
    return switch (op) {
      case REPORTS, BY_PO -> entry.path("orderMetadata").path("orderId").asText();
      case BY_DATE, BY_ID -> entry.path("orderId").asText();
      case TRANSACTIONS -> entry.path("transactionId").asText();
      default -> entry.path("AmazonOrderId").asText();
    };
  }

  /** Returns the identifiers of a page in order. */
  public static List<String> ids(Op op, JsonNode page) {
    List<String> ids = new ArrayList<>();
    records(op, page).forEach(entry -> ids.add(id(op, entry)));
    return ids;
  }

  // One page of an operation, as a record of its own: its members are in the table of fields too.
  private List<JsonNode> pages(String name) throws Exception {
    Op op = Op.valueOf(name.substring("page of ".length()));
    return remembered(
        name,
        () -> {
          String query = op.goodQuery();
          List<JsonNode> found = new ArrayList<>(List.of(kit.page(op, query)));
          String token = next(op, found.get(0));
          if (!token.isEmpty()) {
            found.add(last(op, query, token));
          }
          if (op == Op.ORDERS) {
            found.add(kit.page(op, query.replace("CreatedAfter", "LastUpdatedAfter")));
          }
          return found;
        });
  }

  private JsonNode last(Op op, String query, String token) throws Exception {
    String more =
        (query.isEmpty() || op.takesTokenAlone() ? "" : query + "&") + tokenName(op) + "=";
    JsonNode page = kit.page(op, more + token);
    for (int i = 0; i < pages && !next(op, page).isEmpty(); i++) {
      page = kit.page(op, more + next(op, page));
    }
    return page;
  }

  private List<JsonNode> list(Op op, String accessToken, String query) throws Exception {
    Request bare = Request.get(kit.variables.fill(op.path)).as(accessToken);
    Request page = bare.query(kit.variables.fill(query + (op == Op.BY_DATE ? ALL : "")));
    Request more = op.takesTokenAlone() ? bare : page;
    List<JsonNode> all = new ArrayList<>();
    String token = "";
    for (int i = 0; i < pages && (i == 0 || !token.isEmpty()); i++) {
      Request next =
          token.isEmpty() ? page : more.query(tokenName(op) + "=" + Times.encoded(token));
      JsonNode json = kit.wire.send(next).is(200).json();
      records(op, json).forEach(all::add);
      token = next(op, json);
    }
    return all;
  }

  /** Returns the name of the parameter that carries a page token. */
  public static String tokenName(Op op) {
    return op == Op.ORDERS ? "NextToken" : "nextPageToken";
  }

  private List<JsonNode> remembered(String name, Search search) throws Exception {
    List<JsonNode> known = found.get(name);
    if (known == null) {
      known = search.run();
      found.put(name, known);
    }
    return known;
  }
}
