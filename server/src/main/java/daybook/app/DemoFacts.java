package daybook.app;

import daybook.domain.AccountKind;
import daybook.json.Json;
import daybook.json.JsonObject;
import daybook.json.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a script needs to know of a demo server: the content of {@code demo.json}.
 *
 * @param baseUrl where it serves, without a slash at the end
 * @param clientId the application
 * @param clientSecret its secret, in plain: the demo world has nothing to protect
 * @param accounts the accounts
 */
public record DemoFacts(
    String baseUrl, String clientId, String clientSecret, List<AccountFacts> accounts) {

  /** What stands for the first and the last order date of an account without orders. */
  static final String NO_DATE = "-";

  /**
   * One account of the demo.
   *
   * @param accountId names it
   * @param kind "business" or "seller"
   * @param grantId the grant the application holds on it
   * @param refreshToken the grant's refresh token
   * @param roles titles of the roles granted
   * @param places codes of the regions it orders in, or ids of the marketplaces it sells in
   * @param firstOrderDate ISO 8601, UTC
   * @param lastOrderDate ISO 8601, UTC
   * @param purchaseOrderNumber the purchase order with the most orders; empty if there is none
   */
  public record AccountFacts(
      String accountId,
      String kind,
      String grantId,
      String refreshToken,
      List<String> roles,
      List<String> places,
      String firstOrderDate,
      String lastOrderDate,
      String purchaseOrderNumber) {

    /** Copies the lists. */
    public AccountFacts {
      roles = List.copyOf(roles);
      places = List.copyOf(places);
    }

    /** Says whether it sells; if not, it buys. */
    public boolean isSeller() {
      return kind.equals(AccountKind.SELLER.label());
    }

    /** Says whether it has any orders at all. */
    public boolean hasOrders() {
      return !lastOrderDate.equals(NO_DATE);
    }
  }

  /** Copies the list. */
  public DemoFacts {
    accounts = List.copyOf(accounts);
  }

  /** Returns the same facts for a server at another place. */
  public DemoFacts servedAt(String url) {
    return new DemoFacts(url, clientId, clientSecret, accounts);
  }

  /** Writes the facts as JSON. */
  byte[] toJson() {
    return new JsonWriter()
        .object()
        .text("baseUrl", baseUrl)
        .text("clientId", clientId)
        .text("clientSecret", clientSecret)
        .<AccountFacts>each("accounts", accounts, DemoFacts::write)
        .endObject()
        .toBytes();
  }

  /**
   * Reads facts that were written before.
   *
   * @throws daybook.json.JsonProblem if somebody has damaged them
   */
  static DemoFacts read(byte[] json) {
    JsonObject object = Json.readObject(json);
    List<AccountFacts> accounts = new ArrayList<>();
    List<JsonObject> entries = object.optObjects("accounts");
    if (entries != null) {
      entries.forEach(entry -> accounts.add(read(entry)));
    }
    return new DemoFacts(
        object.text("baseUrl"), object.text("clientId"), object.text("clientSecret"), accounts);
  }

  private static void write(JsonWriter json, AccountFacts account) {
    boolean sells = account.isSeller();
    json.object()
        .text("accountId", account.accountId())
        .text("kind", account.kind())
        .text("grantId", account.grantId())
        .text("refreshToken", account.refreshToken())
        .texts("roles", account.roles())
        .texts(sells ? "marketplaceIds" : "regions", account.places())
        .text("firstOrderDate", account.firstOrderDate())
        .text("lastOrderDate", account.lastOrderDate());
    if (!sells) {
      json.text("purchaseOrderNumber", account.purchaseOrderNumber());
    }
    json.endObject();
  }

  private static AccountFacts read(JsonObject entry) {
    return new AccountFacts(
        entry.text("accountId"),
        entry.text("kind"),
        entry.text("grantId"),
        entry.text("refreshToken"),
        texts(entry, "roles"),
        texts(entry, entry.has("marketplaceIds") ? "marketplaceIds" : "regions"),
        entry.text("firstOrderDate"),
        entry.text("lastOrderDate"),
        Objects.requireNonNullElse(entry.optText("purchaseOrderNumber"), ""));
  }

  private static List<String> texts(JsonObject entry, String name) {
    List<String> texts = entry.optTexts(name);
    return texts == null ? List.of() : texts;
  }
}
