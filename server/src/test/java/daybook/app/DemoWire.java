package daybook.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import daybook.app.DemoFacts.AccountFacts;
import daybook.json.JsonForTests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything that a demo server tells its accounts, asked for with nothing but the demo's facts.
 */
final class DemoWire {

  private static final Duration THIRTEEN_MONTHS = Duration.ofDays(400);
  private static final Duration ONE_YEAR = Duration.ofDays(360);

  private final HttpClient client = HttpClient.newHttpClient();
  private final DemoFacts facts;
  private final Instant end;

  DemoWire(DemoFacts facts, Instant end) {
    this.facts = facts;
    this.end = end;
  }

  /** All reports of 2025; a call may ask for a year. */
  List<JsonNode> reports(AccountFacts account) {
    String path = "/reports/2025-06-09/orderReports?orderStartDate=%s&orderEndDate=%s";
    Instant middle = end.minus(ONE_YEAR);
    List<JsonNode> all = new ArrayList<>();
    String token = accessToken(account);
    for (String window :
        List.of(
            path.formatted(end.minus(THIRTEEN_MONTHS), middle.minusMillis(1)),
            path.formatted(middle, end))) {
      all.addAll(pages(window, token, "", "ordersReport", "nextPageToken"));
    }
    return all;
  }

  /** All orders of 2021, with all that belongs to them. */
  List<JsonNode> orders(AccountFacts account) {
    String path =
        "/reports/2021-01-08/orders?startDate=%s&endDate=%s"
                .formatted(end.minus(THIRTEEN_MONTHS), end)
            + "&includeLineItems=true&includeShipments=true&includeCharges=true";
    return pages(path, accessToken(account), "", "orders", "nextPageToken");
  }

  /** All transactions up to now. */
  List<JsonNode> transactions(AccountFacts account) {
    String path =
        "/reconciliation/2021-01-08/transactions?feedStartDate=%s&feedEndDate=%s"
            .formatted(end.minus(THIRTEEN_MONTHS), end);
    return pages(path, accessToken(account), "", "transactions", "nextPageToken");
  }

  /** All that was sold, with a plain access token or with one that shows who bought. */
  List<JsonNode> sold(AccountFacts account, boolean isRestricted) {
    String path =
        "/orders/v0/orders?CreatedAfter=%s&MaxResultsPerPage=40&MarketplaceIds=%s"
            .formatted(end.minus(THIRTEEN_MONTHS), String.join(",", account.places()));
    String token = isRestricted ? restrictedToken(account) : accessToken(account);
    return pages(path, token, "/payload", "Orders", "NextToken");
  }

  private List<JsonNode> pages(
      String target, String token, String body, String list, String nextPage) {
    List<JsonNode> all = new ArrayList<>();
    String page = "";
    do {
      String more = page.isEmpty() ? "" : "&" + nextPage + "=" + URLEncoder.encode(page, UTF_8);
      JsonNode answer = send(request(target + more, token).build()).at(body);
      answer.path(list).forEach(all::add);
      page = answer.path(nextPage).asText("");
    } while (!page.isEmpty() && !page.equals("null"));
    return all;
  }

  private String accessToken(AccountFacts account) {
    String form =
        "grant_type=refresh_token&client_id=%s&client_secret=%s&refresh_token=%s"
            .formatted(
                facts.clientId(),
                facts.clientSecret(),
                URLEncoder.encode(account.refreshToken(), UTF_8));
    return send(request("/auth/o2/token", "")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build())
        .path("access_token")
        .asText();
  }

  private String restrictedToken(AccountFacts account) {
    String body =
        "{'restrictedResources':[{'method':'GET','path':'/orders/v0/orders','dataElements':['buyerInfo','shippingAddress']}]}"
            .replace('\'', '"');
    return send(request("/tokens/2021-03-01/restrictedDataToken", accessToken(account))
            .POST(BodyPublishers.ofString(body))
            .build())
        .path("restrictedDataToken")
        .asText();
  }

  private HttpRequest.Builder request(String target, String token) {
    return HttpRequest.newBuilder(URI.create(facts.baseUrl() + target))
        .header("x-amz-access-token", token);
  }

  private JsonNode send(HttpRequest request) {
    try {
      HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
      assertThat(answer.statusCode())
          .as(() -> request.uri() + ": " + new String(answer.body(), UTF_8))
          .isEqualTo(200);
      return JsonForTests.tree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
