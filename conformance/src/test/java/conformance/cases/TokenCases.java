package conformance.cases;

import com.fasterxml.jackson.databind.JsonNode;
import conformance.Answer;
import conformance.Case;
import conformance.Json;
import conformance.Mismatch;
import conformance.NotApplicable;
import conformance.Request;
import conformance.sight.Kit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The token endpoint: CONTRACT 4.1. */
final class TokenCases {

  private static final String MIGRATION = "sellingpartnerapi::migration";
  private static final String NOTIFICATIONS = "sellingpartnerapi::notifications";

  private static final String CLIENT =
      "{\"error_description\":\"Client authentication failed\",\"error\":\"invalid_client\"}";
  private static final String REFRESH =
      "{\"error_description\":\"The request has an invalid grant parameter : refresh_token. User may"
          + " have revoked or didn't grant the permission.\",\"error\":\"invalid_grant\"}";
  private static final String CODE =
      "{\"error_description\":\"The request has an invalid grant parameter : code\",\"error\":\"invalid_grant\"}";
  private static final String NO_CODE =
      "{\"error_description\":\"The request has an invalid parameter : code\",\"error\":\"invalid_request\"}";
  private static final String UNSUPPORTED =
      "{\"error_description\":\"The authorization grant type is not supported by the authorization"
          + " server\",\"error\":\"unsupported_grant_type\"}";

  private final Kit kit;
  private final List<Case> cases = new ArrayList<>();

  private TokenCases(Kit kit) {
    this.kit = kit;
  }

  static List<Case> of(Kit kit) {
    TokenCases tokens = new TokenCases(kit);
    tokens.addRefreshes();
    tokens.addOtherGrants();
    tokens.addRefusals();
    return tokens.cases;
  }

  private void add(String promise, Case.Body body) {
    cases.add(Case.of("4.1", promise, body));
  }

  private void addRefreshes() {
    add("refresh_token as a form", () -> checkGrant(kit.form(refresh()), true));
    add("refresh_token as JSON", () -> checkGrant(json(refresh()), true));
    for (String path : List.of("/auth/O2/token", "/AUTH/o2/TOKEN")) {
      add(
          "the path is case-blind: " + path,
          () ->
              checkGrant(
                  kit.remember(kit.wire.send(Request.post(path, Kit.JSON, Json.pretty(refresh())))),
                  true));
    }
    add(
        "a seller's refresh_token",
        () -> {
          if (kit.target.sellers().isEmpty()) {
            throw new NotApplicable("no refresh token of seller account 1");
          }
          checkGrant(kit.form(kit.refresh(kit.target.sellers().get(0))), true);
        });
    add(
        "a refresh answers with the same refresh_token or a new good one",
        () -> {
          String token = kit.form(refresh()).is(200).json().path("refresh_token").asText();
          checkGrant(kit.form(kit.refresh(token)), true);
        });
    add("content type, no-store and no-cache", () -> checkHeaders(kit.form(refresh()).is(200)));
  }

  private void addOtherGrants() {
    for (String scope : List.of(NOTIFICATIONS, MIGRATION, NOTIFICATIONS + " " + MIGRATION)) {
      add("client_credentials for " + scope, () -> checkGrant(kit.form(scoped(scope)), false));
    }
    add("client_credentials as JSON", () -> checkGrant(json(scoped(NOTIFICATIONS)), false));
    add(
        "authorization_code",
        () -> {
          String code = kit.authorizationCode();
          if (code.isEmpty()) {
            throw new NotApplicable("no -Dauthorization.code, a fresh one, which is used up");
          }
          checkGrant(kit.form(code(code)), true);
        });
  }

  private void addRefusals() {
    add("a wrong client_secret is 401", () -> refuse(with("client_secret", "wrong"), 401, CLIENT));
    add("an unknown client_id is 401", () -> refuse(with("client_id", "nobody"), 401, CLIENT));
    add("no client_secret is 401", () -> refuse(without("client_secret"), 401, CLIENT));
    add("no client_id is 401", () -> refuse(without("client_id"), 401, CLIENT));
    add(
        "a wrong client_secret is 401, as JSON",
        () -> json(with("client_secret", "wrong")).isExactly(401, CLIENT));
    add("an unknown refresh_token", () -> refuse(with("refresh_token", "Atzr|junk"), 400, REFRESH));
    add("a refresh_token of no form", () -> refuse(with("refresh_token", "junk"), 400, REFRESH));
    add(
        "an access token is no refresh_token",
        () -> refuse(with("refresh_token", kit.business(0)), 400, REFRESH));
    add(
        "no refresh_token",
        () -> oauthError(kit.form(without("refresh_token")), 400, "invalid_request"));
    add("an unknown code", () -> refuse(code("junk"), 400, CODE));
    add(
        "no code",
        () -> {
          Map<String, String> form = code("");
          form.remove("code");
          refuse(form, 400, NO_CODE);
        });
    add("an unknown grant_type", () -> refuse(with("grant_type", "password"), 400, UNSUPPORTED));
    add("no grant_type", () -> refuse(without("grant_type"), 400, UNSUPPORTED));
    add(
        "another content type",
        () ->
            kit.wire
                .send(Request.post(Kit.TOKEN_PATH, "text/plain", "grant_type=refresh_token"))
                .isExactly(400, UNSUPPORTED));
    add("an unknown scope", () -> oauthError(kit.form(scoped("everything")), 400, "invalid_scope"));
    add(
        "refusals have both members, description first",
        () ->
            Mismatch.unlessEqual(
                "members",
                List.of("error_description", "error"),
                Answer.names(kit.form(without("refresh_token")).json())));
    add(
        "refusals have the headers of answers",
        () -> checkHeaders(kit.form(with("client_secret", "wrong")).is(401)));
    add(
        "unauthorized_client",
        () -> {
          throw new NotApplicable("nothing that a client can send provokes it");
        });
  }

  private void refuse(Map<String, String> form, int status, String body) throws Exception {
    kit.form(form).isExactly(status, body);
  }

  private static void oauthError(Answer answer, int status, String code) {
    Mismatch.unlessEqual("error", code, answer.is(status).json().path("error").asText());
  }

  private static void checkGrant(Answer answer, boolean renewable) {
    JsonNode json = answer.is(200).json();
    List<String> names = new ArrayList<>(List.of("access_token", "token_type", "expires_in"));
    if (renewable) {
      names.add("refresh_token");
      String refresh = json.path("refresh_token").asText();
      Mismatch.unless(refresh.startsWith("Atzr|"), "refresh_token Atzr|...", names);
      Mismatch.unless(refresh.length() <= 2048, "at most 2048 bytes", refresh.length());
    }
    Mismatch.unlessEqual("members", names, Answer.names(json));
    String access = json.path("access_token").asText();
    Mismatch.unless(access.startsWith("Atza|"), "access_token Atza|...", access.substring(0, 5));
    Mismatch.unless(access.length() <= 2048, "at most 2048 bytes", access.length());
    Mismatch.unlessEqual("token_type", "bearer", json.path("token_type").asText());
    Mismatch.unlessEqual("expires_in", "3600", json.path("expires_in").toString());
  }

  private static void checkHeaders(Answer answer) {
    Mismatch.unlessEqual(
        "Content-Type",
        "application/json;charset=utf-8",
        answer.header("Content-Type").replace(" ", "").toLowerCase(Locale.ROOT));
    Mismatch.unlessEqual("Cache-Control", "no-store", answer.header("Cache-Control"));
    Mismatch.unlessEqual("Pragma", "no-cache", answer.header("Pragma"));
  }

  private Answer json(Map<String, String> parameters) throws Exception {
    return kit.remember(
        kit.wire.send(Request.post(Kit.TOKEN_PATH, Kit.JSON, Json.pretty(parameters))));
  }

  private Map<String, String> refresh() {
    List<String> tokens =
        kit.target.businesses().isEmpty() ? kit.target.sellers() : kit.target.businesses();
    return kit.refresh(tokens.get(0));
  }

  private Map<String, String> with(String name, String value) {
    Map<String, String> form = refresh();
    form.put(name, value);
    return form;
  }

  private Map<String, String> without(String name) {
    Map<String, String> form = refresh();
    form.remove(name);
    return form;
  }

  private Map<String, String> scoped(String scope) {
    return client("client_credentials", "scope", scope);
  }

  private Map<String, String> code(String code) {
    return client("authorization_code", "code", code);
  }

  private Map<String, String> client(String grantType, String name, String value) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", grantType);
    form.put(name, value);
    form.put("client_id", kit.target.clientId());
    form.put("client_secret", kit.target.clientSecret());
    return form;
  }
}
