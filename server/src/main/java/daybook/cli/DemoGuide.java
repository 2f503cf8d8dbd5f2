package daybook.cli;

import daybook.access.AccessTokens;
import daybook.access.RevokedGrants;
import daybook.app.Demo;
import daybook.app.DemoFacts;
import daybook.app.DemoFacts.AccountFacts;
import daybook.app.Workspace;
import daybook.cli.terminal.Complaint;
import daybook.cli.terminal.Table;
import daybook.domain.AccountId;
import daybook.sandbox.Example;
import daybook.sandbox.Sandbox;
import daybook.store.Grant;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Prints what a newcomer can do with a demo server: lines that work when they are pasted. */
final class DemoGuide {

  private static final Duration WINDOW = Duration.ofDays(365);
  private static final String RESTRICTED_RESOURCES =
      "{\"restrictedResources\":[{\"method\":\"GET\",\"path\":\"/orders/v0/orders\","
          + "\"dataElements\":[\"buyerInfo\",\"shippingAddress\"]}]}";
  private static final String WITHOUT_SELLERS =
      "getOrders: an older version made this demo world, which has no sellers; delete the directory"
          + " and start again for a world with sellers.";

  private final Workspace workspace;
  private final DemoFacts facts;

  DemoGuide(Workspace workspace, DemoFacts facts) {
    this.workspace = workspace;
    this.facts = facts;
  }

  /** Prints accounts, credentials and one line per operation. */
  void print(PrintWriter out) {
    printFacts(out);
    AccountFacts buyer = buyer();
    Instant since = Instant.parse(buyer.lastOrderDate()).minus(WINDOW);
    printCalls(out, buyer);
    seller()
        .ifPresentOrElse(
            seller -> printSellerCalls(out, seller, since), () -> out.println(WITHOUT_SELLERS));
    out.println();
  }

  /** Prints accounts, credentials and one line per operation of the sandbox. */
  void print(PrintWriter out, Sandbox sandbox) {
    printFacts(out);
    print(out, "An access token, good for an hour:", tokenCall(buyer()));
    print(out, sandbox, facts.baseUrl(), accessToken(buyer()));
  }

  /** Prints one line per operation of the sandbox. */
  static void print(PrintWriter out, Sandbox sandbox, String baseUrl, String accessToken) {
    for (Example example : sandbox.examples()) {
      print(out, example.operationId() + ":", example.curl(baseUrl, accessToken));
    }
    out.println();
  }

  private void printFacts(PrintWriter out) {
    out.println();
    printAccounts(out);
    out.println();
    out.println("Application");
    out.println("  client id       " + facts.clientId());
    out.println("  client secret   " + facts.clientSecret());
    printRefreshToken(out, buyer());
    seller().ifPresent(seller -> printRefreshToken(out, seller));
    out.println("All of this for scripts: " + new Demo(workspace).factsFile());
    out.println();
  }

  private static void printRefreshToken(PrintWriter out, AccountFacts account) {
    out.println("  refresh token   " + account.refreshToken() + "   (" + account.accountId() + ")");
  }

  private void printAccounts(PrintWriter out) {
    Table table = new Table("ACCOUNT", "KIND", "FIRST ORDER", "LAST ORDER", "WHERE");
    for (AccountFacts account : facts.accounts()) {
      table.row(
          List.of(
              account.accountId(),
              account.kind(),
              account.firstOrderDate(),
              account.lastOrderDate(),
              String.join(",", account.places())));
    }
    table.print(out, "");
  }

  private void printCalls(PrintWriter out, AccountFacts account) {
    String base = facts.baseUrl();
    String curl = "curl -s -H 'x-amz-access-token: " + accessToken(account) + "' ";
    Instant end = Instant.parse(account.lastOrderDate());
    String listing =
        base
            + "/reports/2025-06-09/orderReports?orderStartDate="
            + end.minus(WINDOW)
            + "&orderEndDate="
            + end;
    print(out, "An access token, good for an hour:", tokenCall(account));
    print(out, "getOrderReports, with a fresh access token in it:", curl + "'" + listing + "'");
    print(out, "Its second page:", curl + nextPage(listing, curl));
    if (!account.purchaseOrderNumber().isEmpty()) {
      String byPurchaseOrder =
          base
              + "/reports/2025-06-09/purchaseOrders/"
              + percentEncoded(account.purchaseOrderNumber())
              + "/orderReports";
      print(out, "getOrderReportsByPurchaseOrderNumber:", curl + "'" + byPurchaseOrder + "'");
    }
    String transactions =
        base
            + "/reconciliation/2021-01-08/transactions?feedStartDate="
            + end.minus(WINDOW)
            + "&feedEndDate="
            + end;
    print(out, "getTransactions:", curl + "'" + transactions + "'");
    printOrderCalls(out, account, curl + "'" + base + "/reports/2021-01-08/orders");
  }

  private void printOrderCalls(PrintWriter out, AccountFacts account, String orders) {
    Instant end = Instant.parse(account.lastOrderDate());
    print(
        out,
        "getOrdersByOrderDate, with line items:",
        orders + "?startDate=" + end.minus(WINDOW) + "&endDate=" + end + "&includeLineItems=true'");
    workspace
        .store()
        .orders()
        .documents(new AccountId(account.accountId()), null, 1)
        .forEach(
            order ->
                print(
                    out,
                    "getOrdersByOrderId, with everything:",
                    orders
                        + "/"
                        + percentEncoded(order.id())
                        + "?includeLineItems=true&includeShipments=true&includeCharges=true'"));
  }

  private void printSellerCalls(PrintWriter out, AccountFacts seller, Instant since) {
    String curl = "curl -s -H 'x-amz-access-token: " + accessToken(seller) + "' ";
    String orders =
        "'"
            + facts.baseUrl()
            + "/orders/v0/orders?CreatedAfter="
            + since
            + "&MarketplaceIds="
            + String.join(",", seller.places())
            + "'";
    String restricted =
        curl
            + "-H 'Content-Type: application/json' -d '"
            + RESTRICTED_RESOURCES
            + "' '"
            + facts.baseUrl()
            + "/tokens/2021-03-01/restrictedDataToken'";
    print(out, "getOrders, of what " + seller.accountId() + " sold:", curl + orders);
    print(out, "createRestrictedDataToken:", restricted);
    print(out, "getOrders, with buyers and addresses:", inline(restricted) + orders);
  }

  // One line that works alone: it asks for the restricted token that it then sends.
  private static String inline(String restricted) {
    return "curl -s -H \"x-amz-access-token: $(%s | sed 's/.*\"restrictedDataToken\":\"\\([^\"]*\\)\".*/\\1/')\" "
        .formatted(restricted);
  }

  private static void print(PrintWriter out, String heading, String command) {
    out.println(heading);
    out.println("  " + command);
  }

  private String tokenCall(AccountFacts account) {
    return "curl -s %s/auth/o2/token -d grant_type=refresh_token -d client_id=%s -d client_secret=%s -d 'refresh_token=%s'"
        .formatted(facts.baseUrl(), facts.clientId(), facts.clientSecret(), account.refreshToken());
  }

  // One line that works alone: it asks for the first page to learn the token of the second. In a
  // world of one page there is none, and the first page comes again.
  private static String nextPage(String listing, String curl) {
    return "\"%s&nextPageToken=$(%s'%s' | sed -n 's/.*\"nextPageToken\":\"\\([^\"]*\\)\".*/\\1/p')\""
        .formatted(listing, curl, listing);
  }

  private static String percentEncoded(String segment) {
    return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private AccountFacts buyer() {
    return first(false).orElseThrow(() -> new Complaint("demo.json names no buyer with orders"));
  }

  // The largest one; in a very small world none may have sold anything.
  private Optional<AccountFacts> seller() {
    return first(true)
        .or(() -> facts.accounts().stream().filter(AccountFacts::isSeller).findFirst());
  }

  private Optional<AccountFacts> first(boolean isSeller) {
    return facts.accounts().stream()
        .filter(account -> account.isSeller() == isSeller && account.hasOrders())
        .findFirst();
  }

  private String accessToken(AccountFacts account) {
    Grant grant =
        workspace
            .store()
            .directory()
            .grant(account.grantId())
            .orElseThrow(
                () ->
                    new Complaint(
                        "the grant of the demo is gone; delete the directory and start again"));
    AccessTokens tokens = workspace.accessTokens(new RevokedGrants(workspace.store().directory()));
    return tokens.issue(grant, workspace.clock().instant());
  }
}
