package conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The server under test, and what opens it.
 *
 * @param url base URL; of several servers that are to be one, their URLs with commas
 * @param clientId client id of an application
 * @param clientSecret its secret
 * @param businesses refresh tokens of business accounts
 * @param sellers refresh tokens of seller accounts
 */
public record Target(
    String url,
    String clientId,
    String clientSecret,
    List<String> businesses,
    List<String> sellers) {

  private static final String BUSINESS_ROLE = "Amazon Business Analytics";
  private static final String SELLER_ROLE = "Inventory and Order Tracking";

  /** Reads the credentials that a demo leaves in its file. */
  public static Target ofDemo(String url, Path demo) throws IOException {
    JsonNode facts = Json.read(Files.readString(demo));
    return new Target(
        url.isEmpty() ? facts.path("baseUrl").asText() : url,
        facts.path("clientId").asText(),
        facts.path("clientSecret").asText(),
        refreshTokens(facts, BUSINESS_ROLE),
        refreshTokens(facts, SELLER_ROLE));
  }

  /** Returns the base URLs of its servers, without a slash at their ends. */
  public List<String> urls() {
    return list(url).stream().map(one -> one.strip().replaceAll("/+$", "")).toList();
  }

  /** Takes a target from system properties. */
  public static Target ofProperties(String url) throws IOException {
    String demo = property("demo");
    if (!demo.isEmpty()) {
      return ofDemo(url, Path.of(demo));
    }
    Target target =
        new Target(
            url,
            property("client.id"),
            property("client.secret"),
            list(property("refresh.token.business")),
            list(property("refresh.token.seller")));
    if (target.clientId.isEmpty() || (target.businesses.isEmpty() && target.sellers.isEmpty())) {
      throw new IllegalArgumentException(
          "a target needs -Ddemo=FILE, or -Dclient.id, -Dclient.secret and -Drefresh.token.business"
              + " or -Drefresh.token.seller");
    }
    return target;
  }

  /** Returns a system property; empty if it is not set. */
  public static String property(String name) {
    return System.getProperty(name, "").strip();
  }

  private static List<String> list(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(",", -1));
  }

  private static List<String> refreshTokens(JsonNode facts, String role) {
    List<String> tokens = new ArrayList<>();
    for (JsonNode account : facts.path("accounts")) {
      for (JsonNode each : account.path("roles")) {
        if (each.asText().equals(role)) {
          tokens.add(account.path("refreshToken").asText());
        }
      }
    }
    return tokens;
  }
}
