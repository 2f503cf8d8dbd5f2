package daybook.bench;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A listing: how it begins, and how its next page is asked for.
 *
 * @param path of the operation
 * @param query of the first page, without a question mark
 * @param tokenAlone whether a page token is sent alone, as all but the operations of 2025 have it
 */
record Listing(String path, String query, boolean tokenAlone) {

  private static final Pattern NEXT = Pattern.compile("\"(nextPageToken|NextToken)\":\"([^\"]+)\"");

  /** What is done with each page. */
  @FunctionalInterface
  interface Visitor {

    /** Takes a page; says whether it wants another one. */
    boolean visit(String target, byte[] body);
  }

  /** Returns the target of the first page. */
  String first() {
    return query.isEmpty() ? path : path + "?" + query;
  }

  /** Asks for page after page. */
  void walk(Client client, String accessToken, Visitor visitor) {
    String target = first();
    while (target != null) {
      byte[] body = client.get(target, accessToken);
      target = visitor.visit(target, body) ? next(body) : null;
    }
  }

  private @Nullable String next(byte[] body) {
    Matcher next = NEXT.matcher(new String(body, StandardCharsets.UTF_8));
    if (!next.find()) {
      return null;
    }
    // The parameter is called as the member of the answer is.
    String token = next.group(1) + "=" + next.group(2);
    return tokenAlone || query.isEmpty() ? path + "?" + token : first() + "&" + token;
  }
}
