package conformance.cases;

import conformance.Answer;
import conformance.Case;
import conformance.Mismatch;
import conformance.Request;
import conformance.sight.Kit;
import conformance.sight.Op;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who may call, and what others are told: CONTRACT 4.2, 4.3, 4.6. */
final class AccessCases {

  static final String DENIED = "Access to requested resource is denied.";
  static final String MISSING = "Access token is missing in the request header.";
  static final String INVALID = "The access token you provided is revoked, malformed or invalid.";

  private final Kit kit;
  private final List<Case> cases = new ArrayList<>();

  private AccessCases(Kit kit) {
    this.kit = kit;
  }

  static List<Case> of(Kit kit) {
    AccessCases access = new AccessCases(kit);
    for (Op op : Op.values()) {
      access.addTokenFaults(op);
      access.addHeaders(op);
      if (op != Op.RDT) {
        access.addRoles(op);
      }
    }
    access.addGateway();
    return access.cases;
  }

  private void add(String row, String promise, Op op, Case.Body body) {
    cases.add(Case.of(row, promise + " (" + op + ")", body));
  }

  private void addTokenFaults(Op op) {
    int status = op.badTokenStatus;
    add("4.6", "no access token is " + status, op, () -> deny(good(op), status, MISSING));
    add("4.6", "a malformed token is " + status, op, () -> deny(good(op).as("x"), status, INVALID));
    add(
        "4.6",
        "an unknown token is " + status,
        op,
        () -> deny(good(op).as("Atza|IwEBIA" + "x".repeat(200)), status, INVALID));
    add(
        "4.6",
        "a token with a changed letter is " + status,
        op,
        () -> {
          String token = kit.tokenFor(op);
          int middle = token.length() / 2;
          char other = token.charAt(middle) == 'A' ? 'B' : 'A';
          String changed = token.substring(0, middle) + other + token.substring(middle + 1);
          deny(good(op).as(kit.wire.secret(changed, "CHANGED_TOKEN")), status, INVALID);
        });
    add(
        "4.6",
        "a refresh token is no access token: " + status,
        op,
        () -> {
          List<String> tokens = op.isOfSellers() ? kit.target.sellers() : kit.target.businesses();
          if (tokens.isEmpty()) {
            kit.tokenFor(op);
          }
          deny(good(op).as(tokens.get(0)), status, INVALID);
        });
  }

  // Faults of the parameters do not matter before it is known who calls.
  private void addRoles(Op op) {
    add(
        "4.3",
        "a token without the role is 403",
        op,
        () -> {
          String other = op.isOfSellers() ? kit.business(0) : kit.seller(0);
          deny(good(op).as(other), 403, "");
        });
    add(
        "4.3",
        "a token for scopes only is 403",
        op,
        () -> {
          Map<String, String> form = new LinkedHashMap<>();
          form.put("grant_type", "client_credentials");
          form.put("scope", "sellingpartnerapi::notifications");
          form.put("client_id", kit.target.clientId());
          form.put("client_secret", kit.target.clientSecret());
          String token = kit.form(form).is(200).json().path("access_token").asText();
          Answer answer = kit.wire.send(good(op).as(token));
          Kit.error(answer, 403, "Unauthorized");
        });
    add(
        "4.6",
        "access comes before parameters",
        op,
        () -> deny(Request.get(kit.variables.fill(op.path)), op.badTokenStatus, MISSING));
  }

  private void addHeaders(Op op) {
    add(
        "4.2",
        "X-AMZ-ACCESS-TOKEN in any case",
        op,
        () -> kit.wire.send(good(op).with("X-AMZ-Access-TOKEN", kit.tokenFor(op))).is(200));
    add(
        "4.2",
        "no user agent is accepted",
        op,
        () -> kit.wire.sendRaw(kit.request(op, op.goodQuery())).is(200));
    add(
        "4.2",
        "a user agent of 500 characters is accepted",
        op,
        () ->
            kit.wire
                .send(kit.request(op, op.goodQuery()).with("User-Agent", "x".repeat(500)))
                .is(200));
    add(
        "4.2",
        "a user agent over 500 characters is rejected",
        op,
        () -> {
          Answer answer =
              kit.wire.send(kit.request(op, op.goodQuery()).with("User-Agent", "x".repeat(501)));
          Kit.error(answer, 400, answer.json().path("errors").path(0).path("code").asText());
        });
    add(
        "5",
        "x-amzn-RequestId is a UUID, and another each time",
        op,
        () -> {
          String first = requestId(kit.ask(op, op.goodQuery()));
          String second = requestId(kit.wire.send(good(op)));
          Mismatch.unless(!first.equals(second), "another request id", second);
        });
    add(
        "1.1",
        "answers and refusals are application/json",
        op,
        () -> {
          checkJson(kit.ask(op, op.goodQuery()).is(200));
          checkJson(kit.wire.send(good(op)).is(op.badTokenStatus));
        });
  }

  private void addGateway() {
    for (String path :
        List.of("/reports/2099-01-01/orders", "/nothing/here", "/orders/v0/nowhere")) {
      cases.add(
          Case.of(
              "4.6",
              "an unknown path is 403: " + path,
              () -> deny(Request.get(path).as(kit.business(0)), 403, "")));
    }
  }

  private Request good(Op op) throws Exception {
    return kit.anonymous(op, op.goodQuery());
  }

  private void deny(Request request, int status, String details) throws Exception {
    Kit.exactly(kit.wire.send(request), status, "Unauthorized", DENIED, details);
  }

  static String requestId(Answer answer) {
    String id = answer.header("x-amzn-RequestId");
    Mismatch.unless(
        id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"), "a UUID in x-amzn-RequestId", id);
    return id;
  }

  private static void checkJson(Answer answer) {
    String type = answer.header("Content-Type");
    Mismatch.unless(type.startsWith("application/json"), "application/json", type);
  }
}
