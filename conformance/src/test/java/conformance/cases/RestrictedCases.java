package conformance.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import conformance.Answer;
import conformance.Case;
import conformance.Json;
import conformance.Mismatch;
import conformance.NotApplicable;
import conformance.Request;
import conformance.sight.Data;
import conformance.sight.Kit;
import conformance.sight.Op;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Restricted data: CONTRACT 4.4 and 4.5. */
final class RestrictedCases {

  private static final String PATH = "/orders/v0/orders";
  private static final Map<String, List<String>> OPENS =
      Map.of(
          "shippingAddress",
          List.of("ShippingAddress.Name", "ShippingAddress.AddressLine1"),
          "buyerInfo",
          List.of("BuyerInfo.BuyerName", "BuyerInfo.PurchaseOrderNumber"),
          "buyerTaxInformation",
          List.of("BuyerTaxInformation"));

  private final Kit kit;
  private final List<Case> cases = new ArrayList<>();

  private RestrictedCases(Kit kit) {
    this.kit = kit;
  }

  static List<Case> of(Kit kit) {
    RestrictedCases restricted = new RestrictedCases(kit);
    restricted.addTokens();
    restricted.addRefusals();
    restricted.addWordedRefusals();
    restricted.addOrders();
    return restricted.cases;
  }

  private void add(String row, String promise, Case.Body body) {
    cases.add(Case.of(row, promise, body));
  }

  private void addTokens() {
    add(
        "4.4",
        "a token bare, not inside of payload, good for an hour",
        () -> {
          JsonNode json = granted("\"buyerInfo\"").json();
          Mismatch.unlessEqual(
              "members", List.of("restrictedDataToken", "expiresIn"), Answer.names(json));
          String token = json.path("restrictedDataToken").asText();
          Mismatch.unless(token.startsWith("Atz.sprdt|"), "Atz.sprdt|...", token.substring(0, 6));
          Mismatch.unlessEqual("expiresIn", "3600", json.path("expiresIn").toString());
        });
    add(
        "4.4",
        "targetApplication is accepted",
        () -> {
          needElements();
          ask("{\"targetApplication\":\"amzn1.sp.solution.x\",\"restrictedResources\":["
                  + resource("GET", PATH, "\"buyerInfo\"")
                  + "]}")
              .is(200);
        });
    add(
        "4.4",
        "fifty resources are accepted",
        () -> {
          needElements();
          ask(resources(50)).is(200);
        });
  }

  private void addRefusals() {
    refuse("no restrictedResources", "{}");
    refuse("an empty list of resources", "{\"restrictedResources\":[]}");
    refuse("more than fifty resources", resources(51));
    refuse(
        "an unknown method",
        "{\"restrictedResources\":[" + resource("FETCH", PATH, "\"buyerInfo\"") + "]}");
    refuse(
        "no dataElements for getOrders",
        "{\"restrictedResources\":[{\"method\":\"GET\",\"path\":\"" + PATH + "\"}]}");
    refuse(
        "an unknown data element",
        "{\"restrictedResources\":[" + resource("GET", PATH, "\"everything\"") + "]}");
    refuse("a body that is no JSON", "nonsense");
    add(
        "4.4",
        "an empty method is refused in the sandbox's words",
        () -> {
          Answer answer =
              ask("{\"restrictedResources\":[" + resource("", PATH, "\"buyerInfo\"") + "]}")
                  .is(400);
          Kit.exactly(
              answer,
              400,
              "InvalidRequest",
              "Request is missing or has invalid parameters",
              "Resource not provided.");
        });
  }

  private void addWordedRefusals() {
    add(
        "4.4",
        "an unknown path is refused in Amazon's words",
        () ->
            Kit.exactly(
                ask(
                    "{\"restrictedResources\":["
                        + resource("GET", "/no/such/path", "\"buyerInfo\"")
                        + "]}"),
                400,
                "InvalidInput",
                "Application do not have access to some or all requested resource",
                ""));
    add(
        "4.4",
        "elements without their role are refused in Amazon's words",
        () -> {
          kit.seller(0);
          for (int i = 0; i < kit.target.sellers().size(); i++) {
            Answer answer = kit.data.restrictedToken(i, "\"buyerInfo\",\"shippingAddress\"");
            if (answer.status() != 200) {
              String message = answer.json().path("errors").path(0).path("message").asText();
              Mismatch.unless(
                  message.matches(
                      "Application does not have access to one or more requested data elements:"
                          + " \\[(buyerInfo|shippingAddress|buyerInfo, shippingAddress)]"),
                  "Application does not have access ... [buyerInfo, shippingAddress]",
                  message);
              Kit.exactly(answer, 400, "InvalidInput", message, "");
              return;
            }
          }
          throw new NotApplicable("no such data: all sellers have the restricted roles");
        });
  }

  private void refuse(String what, String body) {
    add(
        "4.4",
        what + " is 400",
        () -> {
          Answer answer = ask(body).is(400);
          String code = answer.json().path("errors").path(0).path("code").asText();
          Mismatch.unless(
              Set.of("InvalidInput", "InvalidRequest").contains(code),
              "InvalidInput",
              answer.summary());
        });
  }

  private void addOrders() {
    add(
        "4.5",
        "with a plain token getOrders is 200, never 403",
        () -> kit.page(Op.ORDERS, Op.ORDERS.goodQuery()));
    for (String element : OPENS.keySet().stream().sorted().toList()) {
      add("4.5 " + element, "opens its members and no others", () -> checkOpened(element));
      add("4.5 " + element, "on page two as on page one", () -> checkPageTwo(element));
    }
    add(
        "4.5",
        "the rest is full with a plain token",
        () -> {
          List<JsonNode> plain = kit.data.of(Op.ORDERS, false);
          List<JsonNode> opened = list("\"buyerInfo\",\"shippingAddress\"", 100);
          for (int i = 0; i < opened.size(); i++) {
            JsonNode left = withoutRestricted(plain.get(i));
            Mismatch.unlessEqual("order", left, withoutRestricted(opened.get(i)));
          }
        });
    add(
        "4.5 BuyerInfo",
        "BuyerEmail is kept with a plain token",
        () -> {
          String path = "BuyerInfo.BuyerEmail";
          int plain = count(kit.data.of(Op.ORDERS, true), path);
          int open = count(kit.data.restrictedOrders(), path);
          if (open == 0) {
            throw new NotApplicable("no such data: no order has " + path);
          }
          Mismatch.unlessEqual("orders with " + path, open, plain);
        });
    add(
        "4.5",
        "a restricted token opens no other operation",
        () -> {
          String token = granted("\"buyerInfo\"").json().path("restrictedDataToken").asText();
          Answer answer =
              kit.wire.send(
                  kit.anonymous(Op.REPORTS, "orderStartDate={start}&orderEndDate={end}").as(token));
          Mismatch.unless(answer.status() == 403, "status 403", answer.summary());
        });
  }

  private static int count(List<JsonNode> orders, String path) {
    return orders.stream().mapToInt(order -> Json.all(order, path).size()).sum();
  }

  private void checkOpened(String element) throws Exception {
    String token = granted("\"" + element + "\"").json().path("restrictedDataToken").asText();
    checkOpened(element, kit.data.everywhere(token));
  }

  private void checkOpened(String element, List<JsonNode> orders) {
    boolean any = false;
    for (JsonNode order : orders) {
      for (Map.Entry<String, List<String>> opens : OPENS.entrySet()) {
        for (String path : opens.getValue()) {
          boolean there = !Json.all(order, path).isEmpty();
          Mismatch.unless(opens.getKey().equals(element) || !there, "no " + path, order);
          any |= there;
        }
      }
    }
    if (!any) {
      throw new NotApplicable("no such data: no order has members of " + element);
    }
  }

  // Members may be missing by chance, so page two is compared with a page that has the same orders.
  private void checkPageTwo(String element) throws Exception {
    List<JsonNode> all = list("\"" + element + "\"", 100);
    if (all.size() < 6) {
      throw new NotApplicable("no such data: fewer than six orders");
    }
    String token = granted("\"" + element + "\"").json().path("restrictedDataToken").asText();
    String query = Op.ORDERS.goodQuery() + "&MaxResultsPerPage=" + all.size() / 2;
    JsonNode first = page(token, query);
    JsonNode second = page(token, query + "&NextToken=" + Data.next(Op.ORDERS, first));
    int at = Data.ids(Op.ORDERS, first).size();
    for (JsonNode order : Data.records(Op.ORDERS, second)) {
      if (at < all.size()) {
        Mismatch.unlessEqual("order", all.get(at), order);
      }
      at++;
    }
  }

  private List<JsonNode> list(String elements, int size) throws Exception {
    String token = granted(elements).json().path("restrictedDataToken").asText();
    JsonNode page = page(token, Op.ORDERS.goodQuery() + "&MaxResultsPerPage=" + size);
    List<JsonNode> orders = new ArrayList<>();
    Data.records(Op.ORDERS, page).forEach(orders::add);
    return orders;
  }

  private JsonNode page(String token, String query) throws Exception {
    return kit.wire.send(kit.anonymous(Op.ORDERS, query).as(token)).is(200).json();
  }

  private static JsonNode withoutRestricted(JsonNode order) {
    ObjectNode left = order.deepCopy();
    left.remove(List.of("ShippingAddress", "BuyerInfo", "BuyerTaxInformation"));
    return left;
  }

  private Answer granted(String elements) throws Exception {
    Answer answer = kit.data.restrictedToken(0, elements);
    if (answer.body().contains("does not have access")) {
      throw new NotApplicable("the first seller's grant has no restricted roles for " + elements);
    }
    return answer.is(200);
  }

  private void needElements() throws Exception {
    granted("\"buyerInfo\"");
  }

  private Answer ask(String body) throws Exception {
    return kit.remember(kit.wire.send(Request.post(Op.RDT.path, Kit.JSON, body).as(kit.seller(0))));
  }

  private static String resources(int count) {
    List<String> resources = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      resources.add(resource("GET", PATH, "\"buyerInfo\""));
    }
    return "{\"restrictedResources\":[" + String.join(",", resources) + "]}";
  }

  private static String resource(String method, String path, String elements) {
    return "{\"method\":\"%s\",\"path\":\"%s\",\"dataElements\":[%s]}"
        .formatted(method, path, elements);
  }
}
