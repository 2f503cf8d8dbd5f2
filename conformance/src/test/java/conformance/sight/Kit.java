package conformance.sight;

import com.fasterxml.jackson.databind.JsonNode;
import conformance.Answer;
import conformance.Mismatch;
import conformance.NotApplicable;
import conformance.Request;
import conformance.Target;
import conformance.Times;
import conformance.Wire;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/** What cases use to talk to a target: tokens, operations, and the data that was found there. */
public final class Kit {

  public static final String FORM = "application/x-www-form-urlencoded";
  public static final String JSON = "application/json";
  public static final String TOKEN_PATH = "/auth/o2/token";

  public final Target target;
  public final Wire wire;
  public final Data data;
  public final Variables variables;

  private final Map<String, String> accessTokens = new HashMap<>();

  /** Where a fresh authorization code comes from. */
  @FunctionalInterface
  public interface Codes {

    /** Returns one; empty if there is none. */
    String fresh() throws Exception;
  }

  private final Codes codes;

  public Kit(Target target, Codes codes, boolean forLimits) {
    this.codes = codes;
    this.target = target;
    this.wire = new Wire(target.urls());
    wire.secret(target.clientSecret(), "CLIENT_SECRET");
    target.businesses().forEach(token -> wire.secret(token, "REFRESH_TOKEN_BUSINESS"));
    target.sellers().forEach(token -> wire.secret(token, "REFRESH_TOKEN_SELLER"));
    this.data = new Data(this, forLimits);
    this.variables = new Variables(data);
  }

  /** Returns a fresh authorization code; empty if there is none. */
  public String authorizationCode() throws Exception {
    return codes.fresh();
  }

  /** Returns an access token of a business account. */
  public String business(int index) throws Exception {
    if (index >= target.businesses().size()) {
      throw new NotApplicable("no refresh token of business account " + (index + 1));
    }
    return accessToken(target.businesses().get(index), "BUSINESS_TOKEN");
  }

  /** Returns an access token of a seller account. */
  public String seller(int index) throws Exception {
    if (index >= target.sellers().size()) {
      throw new NotApplicable("no refresh token of seller account " + (index + 1));
    }
    return accessToken(target.sellers().get(index), "SELLER_TOKEN");
  }

  /** Returns an access token that opens an operation. */
  public String tokenFor(Op op) throws Exception {
    return op.isOfSellers() ? seller(0) : business(0);
  }

  /** Returns a request for an operation, its variables filled in, with a good token. */
  public Request request(Op op, String query) throws Exception {
    return anonymous(op, query).as(tokenFor(op));
  }

  /** Returns a request for an operation, its variables filled in, without a token. */
  public Request anonymous(Op op, String query) throws Exception {
    String target = variables.fill(op.path);
    if (op == Op.RDT) {
      String body =
          "{\"restrictedResources\":[{\"method\":\"GET\",\"path\":\"/orders/v0/orders\","
              + "\"dataElements\":[\"buyerInfo\"]}]}";
      return Request.post(target, JSON, body);
    }
    return Request.get(target).query(variables.fill(query));
  }

  /** Asks an operation, its variables filled in. */
  public Answer ask(Op op, String query) throws Exception {
    return wire.send(request(op, query));
  }

  /** Asks an operation and expects a page. */
  public JsonNode page(Op op, String query) throws Exception {
    return ask(op, query).is(200).json();
  }

  /** Returns the parameters of a refresh, to be changed or sent. */
  public Map<String, String> refresh(String refreshToken) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "refresh_token");
    form.put("refresh_token", refreshToken);
    form.put("client_id", target.clientId());
    form.put("client_secret", target.clientSecret());
    return form;
  }

  /** Sends a form to the token endpoint. */
  public Answer form(Map<String, String> parameters) throws Exception {
    StringJoiner body = new StringJoiner("&");
    parameters.forEach((name, value) -> body.add(name + "=" + Times.encoded(value)));
    return remember(wire.send(Request.post(TOKEN_PATH, FORM, body.toString())));
  }

  /** Keeps the tokens of an answer out of the report. */
  public Answer remember(Answer answer) {
    for (String name : new String[] {"access_token", "refresh_token", "restrictedDataToken"}) {
      if (answer.status() == 200 && answer.json().path(name).isTextual()) {
        wire.secret(answer.json().path(name).asText(), name.toUpperCase(Locale.ROOT));
      }
    }
    return answer;
  }

  /** Checks that an answer is an error list with at least one error of this code. */
  public static JsonNode error(Answer answer, int status, String code) {
    answer.is(status);
    JsonNode errors = answer.json().path("errors");
    Mismatch.unless(errors.isArray() && !errors.isEmpty(), "a list of errors", answer.summary());
    for (JsonNode error : errors) {
      if (error.path("code").asText().equals(code)) {
        return error;
      }
    }
    throw new Mismatch("an error with code " + code, answer.summary());
  }

  /** Checks that an answer is exactly one error. */
  public static void exactly(
      Answer answer, int status, String code, String message, String details) {
    answer.isExactly(
        status,
        "{\"errors\":[{\"code\":\"%s\",\"message\":\"%s\",\"details\":\"%s\"}]}"
            .formatted(code, message, details));
  }

  private String accessToken(String refreshToken, String name) throws Exception {
    String known = accessTokens.get(refreshToken);
    if (known != null) {
      return known;
    }
    Answer answer = form(refresh(refreshToken)).is(200);
    String token = answer.json().path("access_token").asText();
    wire.secret(token, name);
    if (answer.json().path("expires_in").asInt() > 600) {
      accessTokens.put(refreshToken, token);
    }
    return token;
  }
}
