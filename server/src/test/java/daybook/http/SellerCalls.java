package daybook.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What tests of the Selling Partner API have in common: its paths, and how its answers are read.
 */
final class SellerCalls {

  static final String ORDERS = "/orders/v0/orders";
  static final String TOKENS = "/tokens/2021-03-01/restrictedDataToken";
  static final String US = "MarketplaceIds=ATVPDKIKX0DER";

  /** Everything there is, by either date. */
  static final String CREATED = ORDERS + "?" + US + "&CreatedAfter=2020-01-01T00:00:00Z";

  static final String UPDATED = ORDERS + "?" + US + "&LastUpdatedAfter=2020-01-01T00:00:00Z";

  private static final Pattern ORDER_ID = Pattern.compile("\"AmazonOrderId\":\"([^\"]*)\"");

  private SellerCalls() {}

  /** Returns the ids of the orders in an answer, in their order. */
  static List<String> ids(Answer answer) {
    Matcher found = ORDER_ID.matcher(answer.body());
    List<String> ids = new ArrayList<>();
    while (found.find()) {
      ids.add(found.group(1));
    }
    return ids;
  }

  /** Returns a member of text, wherever it stands. */
  static Optional<String> member(Answer answer, String name) {
    Matcher found = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(answer.body());
    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
  }

  /** Returns the body that asks for a token for getOrders with the given data elements. */
  static String tokenRequest(String... elements) {
    return ("{'restrictedResources':[{'method':'GET','path':'"
            + ORDERS
            + "','dataElements':["
            + (elements.length == 0 ? "" : "'" + String.join("','", elements) + "'")
            + "]}]}")
        .replace('\'', '"');
  }

  /** Returns a restricted data token. */
  static String restricted(TestServer server, String accessToken, String... elements) {
    return member(server.postAs(accessToken, TOKENS, tokenRequest(elements)), "restrictedDataToken")
        .orElseThrow();
  }

  /** Returns the body of a refusal with one entry. */
  static String refusal(String code, String message, String details) {
    return "{\"errors\":[{\"code\":\""
        + code
        + "\",\"message\":\""
        + message
        + "\",\"details\":\""
        + details
        + "\"}]}";
  }
}
