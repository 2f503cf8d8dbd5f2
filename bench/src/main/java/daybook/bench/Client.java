package daybook.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Calls a server as an application does. */
final class Client {

  private static final Pattern ACCESS_TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");
  private static final Pattern RESTRICTED_TOKEN =
      Pattern.compile("\"restrictedDataToken\":\"([^\"]+)\"");
  private static final String RESTRICTED_RESOURCES =
      "{\"restrictedResources\":[{\"method\":\"GET\",\"path\":\"/orders/v0/orders\","
          + "\"dataElements\":[\"buyerInfo\",\"shippingAddress\",\"buyerTaxInformation\"]}]}";
  private static final String TOKEN_HEADER = "x-amz-access-token";

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String url;
  private final String clientId;
  private final String clientSecret;

  Client(String url, String clientId, String clientSecret) {
    this.url = url;
    this.clientId = clientId;
    this.clientSecret = clientSecret;
  }

  /** Exchanges a refresh token for an access token. */
  String accessToken(String refreshToken) {
    String form =
        "grant_type=refresh_token&refresh_token="
            + encode(refreshToken)
            + "&client_id="
            + encode(clientId)
            + "&client_secret="
            + encode(clientSecret);
    return found(
        ACCESS_TOKEN,
        request("/auth/o2/token")
            .header("content-type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)));
  }

  /** Exchanges an access token for one that shows all restricted data of getOrders. */
  String restrictedToken(String accessToken) {
    return found(
        RESTRICTED_TOKEN,
        request("/tokens/2021-03-01/restrictedDataToken")
            .header(TOKEN_HEADER, accessToken)
            .header("content-type", "application/json")
            .POST(BodyPublishers.ofString(RESTRICTED_RESOURCES)));
  }

  /** Returns the body of an answer. */
  byte[] get(String path, String accessToken) {
    return send(request(path).header(TOKEN_HEADER, accessToken));
  }

  /** Encodes text for a path or a query. */
  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url + path));
  }

  private String found(Pattern pattern, HttpRequest.Builder request) {
    Matcher token = pattern.matcher(new String(send(request), StandardCharsets.UTF_8));
    if (!token.find()) {
      throw new IllegalStateException("no token was given");
    }
    return token.group(1);
  }

  private byte[] send(HttpRequest.Builder builder) {
    HttpRequest request = builder.build();
    try {
      HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
      if (response.statusCode() != 200) {
        throw new IllegalStateException(
            request.uri() + " was answered with " + response.statusCode());
      }
      return response.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
