package daybook.sandbox;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A request that one of the cases answers.
 *
 * @param operationId the operation
 * @param method HTTP method
 * @param target path and query, encoded
 * @param body JSON to send, empty if none
 */
public record Example(String operationId, String method, String target, String body) {

  /** Makes the request of an operation's simplest case, with a good answer if there is one. */
  static Example of(SandboxOperation operation) {
    Comparator<SandboxCase> simplest =
        Comparator.comparingInt(SandboxCase::status).thenComparingInt(one -> one.listed().size());
    SandboxCase best = operation.cases().stream().min(simplest).orElseThrow();
    return of(operation, best);
  }

  /** Makes the request of a case; what must only be present is "any". */
  static Example of(SandboxOperation operation, SandboxCase one) {
    String path = operation.spec().path();
    List<String> query = new ArrayList<>();
    String body = "";
    for (List<Expected> all : List.of(one.listed(), one.required())) {
      for (Expected expected : all) {
        if (expected instanceof Expected.JsonBody json) {
          body = new String(json.json(), StandardCharsets.UTF_8);
        } else if (expected instanceof Expected.AnyBody) {
          body = "{}";
        } else if (path.contains("{" + expected.name() + "}")) {
          path = path.replace("{" + expected.name() + "}", value(expected));
        } else {
          query.add(encoded(expected.name()) + "=" + value(expected));
        }
      }
    }
    path = path.replaceAll("\\{[^/]*}", "any");
    String target = query.isEmpty() ? path : path + "?" + String.join("&", query);
    return new Example(operation.spec().operationId(), operation.spec().method(), target, body);
  }

  /** Returns the request as a command line of curl. */
  public String curl(String baseUrl, String accessToken) {
    String line = "curl -s -H 'x-amz-access-token: " + accessToken + "' ";
    if (!method.equals("GET")) {
      line += "-X " + method + " ";
    }
    if (!body.isEmpty()) {
      line += "-H 'content-type: application/json' -d '" + body.replace("'", "'\\''") + "' ";
    }
    return line + "'" + baseUrl + target + "'";
  }

  private static String value(Expected expected) {
    if (expected instanceof Expected.Value value) {
      return encoded(value.value());
    }
    if (expected instanceof Expected.Items items) {
      return items.values().stream().map(Example::encoded).collect(Collectors.joining(","));
    }
    return "any";
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("%3A", ":");
  }
}
