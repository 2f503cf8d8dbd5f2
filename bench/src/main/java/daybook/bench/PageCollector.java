package daybook.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Walks through all listings of a store and keeps every page: its request for the load program, its
 * body as a file for nginx.
 *
 * <p>Leaves behind, each line being a path and an access token: {@code daybook.txt} and {@code
 * nginx.txt} with the same pages in the same random order, {@code first.txt} and {@code last.txt}
 * with the first and the last pages of the longest listing; and {@code files/} with the bodies.
 */
final class PageCollector {

  private static final String OPERATION = "/reports/2025-06-09/orderReports";
  private static final Pattern NEXT = Pattern.compile("\"nextPageToken\":(?:null|\"([^\"]+)\")");
  private static final Pattern ACCESS_TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");

  /** A listing may not span more (CONTRACT 1.2). */
  private static final Duration LONGEST = Duration.ofDays(366);

  private static final int ENDS = 10;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String url;
  private final Credentials credentials;
  private final Path out;
  private final List<String> requests = new ArrayList<>();

  PageCollector(String url, Credentials credentials, Path out) {
    this.url = url;
    this.credentials = credentials;
    this.out = out;
  }

  void collect(int pages) throws IOException, InterruptedException {
    Files.createDirectories(out.resolve("files"));
    Instant middle = Bench.END.minus(LONGEST);
    for (String refreshToken : credentials.refreshTokens()) {
      String token = accessToken(refreshToken);
      walk(middle, Bench.END, token, pages);
      walk(middle.minus(Duration.ofDays(40)), middle.minusSeconds(1), token, pages);
    }
    writeEnds();
    writeShuffled();
    System.out.printf("pages=%d%n", requests.size());
  }

  private String accessToken(String refreshToken) throws IOException, InterruptedException {
    String form =
        "grant_type=refresh_token&refresh_token="
            + encode(refreshToken)
            + "&client_id="
            + encode(credentials.clientId())
            + "&client_secret="
            + encode(credentials.clientSecret());
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + "/auth/o2/token"))
            .header("content-type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build();
    Matcher token = ACCESS_TOKEN.matcher(client.send(request, BodyHandlers.ofString()).body());
    if (!token.find()) {
      throw new IllegalStateException("no access token was given");
    }
    return token.group(1);
  }

  private void walk(Instant from, Instant to, String accessToken, int pages)
      throws IOException, InterruptedException {
    String listing = OPERATION + "?orderStartDate=" + from + "&orderEndDate=" + to;
    String path = listing;
    while (path != null && requests.size() < pages) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(url + path))
              .header("x-amz-access-token", accessToken)
              .build();
      HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
      if (response.statusCode() != 200) {
        throw new IllegalStateException(path + " was answered with " + response.statusCode());
      }
      byte[] body = response.body();
      Files.write(out.resolve("files").resolve(name(requests.size())), body);
      requests.add(path + "\t" + accessToken);
      Matcher next = NEXT.matcher(new String(body, StandardCharsets.UTF_8));
      path =
          next.find() && next.group(1) != null ? listing + "&nextPageToken=" + next.group(1) : null;
    }
  }

  private void writeEnds() throws IOException {
    int ends = Math.min(ENDS, requests.size());
    Files.write(out.resolve("first.txt"), requests.subList(0, ends));
    Files.write(out.resolve("last.txt"), requests.subList(requests.size() - ends, requests.size()));
  }

  private void writeShuffled() throws IOException {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < requests.size(); i++) {
      order.add(i);
    }
    Collections.shuffle(order, new Random(1));
    Files.write(out.resolve("daybook.txt"), order.stream().map(requests::get).toList());
    // The same headers for both, although nginx has no use for them.
    Files.write(
        out.resolve("nginx.txt"),
        order.stream()
            .map(page -> "/" + name(page) + requests.get(page).replaceFirst("^[^\t]*", ""))
            .toList());
  }

  private static String name(int page) {
    return "%05d.json".formatted(page);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
