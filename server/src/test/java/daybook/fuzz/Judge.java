package daybook.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import daybook.json.Json;
import daybook.json.JsonObject;
import daybook.json.JsonProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Says what is wrong with an answer. */
final class Judge {

  private static final Set<String> BAD =
      Set.of("InvalidInput", "INVALID_REQUEST_PARAMETER", "InvalidRequest");
  private static final Set<String> DENIED = Set.of("Unauthorized", "MissingAuthenticationToken");
  private static final Set<String> GATEWAY = Set.of("InvalidInput");

  /** The codes of CONTRACT 4.6, and for what the contract does not know the gateway's. */
  private static final Map<Integer, Set<String>> CODES =
      Map.of(
          400, BAD,
          401, DENIED,
          403, DENIED,
          404, Set.of("NotFound"),
          408, Set.of("RequestTimeout"),
          413, GATEWAY,
          414, GATEWAY,
          417, GATEWAY,
          429, Set.of("QuotaExceeded"),
          431, GATEWAY);

  private static final Set<String> TOKEN_ERRORS =
      Set.of(
          "invalid_client",
          "invalid_grant",
          "invalid_request",
          "invalid_scope",
          "unsupported_grant_type",
          "unauthorized_client");

  private final Victims victims;

  Judge(Victims victims) {
    this.victims = victims;
  }

  /** Returns all that is wrong with an answer to a request. */
  List<String> faults(Hostile hostile, Reply reply) {
    List<String> faults = new ArrayList<>();
    if (isOfTheUpgrade(reply)) {
      return faults;
    }
    if (reply.status() >= 500) {
      faults.add("status " + reply.status());
    }
    if (reply.status() != 101 && !reply.header("x-amzn-requestid").matches("[0-9a-f-]{36}")) {
      faults.add("no request id");
    }
    if (!reply.header("x-injected").isEmpty()) {
      faults.add("a header came out of a parameter");
    }
    leaks(hostile, reply, faults);
    if (reply.status() >= 300 && !hostile.isHead() && reply.status() < 500) {
      String wrong = errorBody(hostile, reply);
      if (!wrong.isEmpty()) {
        faults.add(wrong);
      }
    }
    return faults;
  }

  // What the HTTP library says to bad settings of an upgrade to HTTP/2, before anybody can help it.
  private static boolean isOfTheUpgrade(Reply reply) {
    return reply.status() == 400
        && reply.headers().isEmpty()
        && reply.body().startsWith("Invalid HTTP2-Settings header");
  }

  private void leaks(Hostile hostile, Reply reply, List<String> faults) {
    String all = String.join("\n", reply.headers()) + reply.body();
    for (Victim victim : victims.all()) {
      boolean own = hostile.mayShow().contains(victim.name());
      if (!own && all.contains(victim.marker())) {
        faults.add("leak: a name of " + victim.name());
      }
      if (!own && all.contains(victim.idPrefix()) && !hostile.text().contains(victim.idPrefix())) {
        faults.add("leak: an id of " + victim.name());
      }
      if (!(own && hostile.restricted()) && all.contains(victim.secret())) {
        faults.add("leak: restricted data of " + victim.name());
      }
    }
  }

  private static String errorBody(Hostile hostile, Reply reply) {
    if (!reply.header("content-type").startsWith("application/json")) {
      return "an error of type '" + reply.header("content-type") + "'";
    }
    try {
      JsonObject body = Json.readObject(reply.body().getBytes(ISO_8859_1));
      return reply.body().startsWith("{\"error_description\"")
          ? tokenError(hostile, reply, body)
          : error(hostile, reply, body);
    } catch (JsonProblem e) {
      return "an error body that is no JSON: " + reply.body();
    }
  }

  private static String tokenError(Hostile hostile, Reply reply, JsonObject body)
      throws JsonProblem {
    boolean asked = hostile.target().toLowerCase(Locale.ROOT).startsWith("/auth/o2/token");
    boolean good =
        (asked || hostile.manner() != Hostile.Manner.WHOLE)
            && TOKEN_ERRORS.contains(body.text("error"))
            && reply.status() == (body.text("error").equals("invalid_client") ? 401 : 400);
    return good ? "" : "a wrong error of the token endpoint: " + reply.body();
  }

  private static String error(Hostile hostile, Reply reply, JsonObject body) throws JsonProblem {
    List<JsonObject> errors = body.optObjects("errors");
    if (errors == null || errors.isEmpty()) {
      return "an error body without errors: " + reply.body();
    }
    Set<String> codes = CODES.getOrDefault(reply.status(), Set.of());
    for (JsonObject error : errors) {
      String code = error.text("code");
      if (!codes.contains(code)) {
        return "status " + reply.status() + " with code " + code;
      }
      boolean business = hostile.target().matches("/(reports|reconciliation)/.*");
      if (hostile.manner() == Hostile.Manner.WHOLE
          && code.equals("INVALID_REQUEST_PARAMETER")
          && !business
          && !reply.body().contains("user-agent")
          && hostile.target().startsWith("/orders/v0/orders?")) {
        return "getOrders speaks like the other family: " + reply.body();
      }
    }
    return "";
  }
}
