package daybook.access;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Calls of the token endpoint: an application with a grant, and the ways to ask with them. */
abstract class TokenCalls {
  static final String FORM = "application/x-www-form-urlencoded";
  static final String JSON = "application/json";
  static final String INVALID_CLIENT =
      "{\"error_description\":\"Client authentication failed\",\"error\":\"invalid_client\"}";
  static final String INVALID_REFRESH_TOKEN =
      "{\"error_description\":\"The request has an invalid grant parameter : refresh_token. User"
          + " may have revoked or didn't grant the permission.\",\"error\":\"invalid_grant\"}";
  static final String INVALID_CODE =
      "{\"error_description\":\"The request has an invalid grant parameter : code\","
          + "\"error\":\"invalid_grant\"}";
  static final String UNSUPPORTED =
      "{\"error_description\":\"The authorization grant type is not supported by the"
          + " authorization server\",\"error\":\"unsupported_grant_type\"}";
  static final String INVALID_SCOPE =
      "{\"error_description\":\"The request has an invalid parameter : scope\","
          + "\"error\":\"invalid_scope\"}";

  @TempDir Path dir;
  AccessFixture access;
  NewApplication application;
  NewGrant grant;

  @BeforeEach
  void open() {
    access = new AccessFixture(dir);
    application = access.application();
    grant = access.grant(application);
  }

  @AfterEach
  void close() {
    access.close();
  }

  final Map<String, String> refresh() {
    return fields("refresh_token", "refresh_token", grant.credential());
  }

  final Map<String, String> clientCredentials(String scope) {
    return fields("client_credentials", "scope", scope);
  }

  final Map<String, String> fields(String grantType, String name, String value) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("grant_type", grantType);
    fields.put(name, value);
    fields.put("client_id", application.clientId());
    fields.put("client_secret", application.clientSecret());
    return fields;
  }

  final String credentials() {
    return "client_id=" + application.clientId() + "&client_secret=" + application.clientSecret();
  }

  static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  static String json(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(e -> "\"" + e.getKey() + "\":\"" + e.getValue() + "\"")
        .collect(Collectors.joining(",", "{", "}"));
  }

  static String invalidRequest(String parameter) {
    return "{\"error_description\":\"The request has an invalid parameter : "
        + parameter
        + "\",\"error\":\"invalid_request\"}";
  }

  static String text(TokenReply reply) {
    return new String(reply.body(), StandardCharsets.UTF_8);
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  final Map<String, String> code(String code) {
    return fields("authorization_code", "code", code);
  }

  final String code(NewApplication of) {
    return access
        .registrar
        .createGrantWithCode(of.clientId(), AccessFixture.ACME, AccessFixture.ANALYTICS)
        .credential();
  }

  final TokenReply post(Map<String, String> fields) {
    return post(FORM, form(fields));
  }

  final TokenReply post(String type, String body) {
    return access.endpoint.answer(new TokenRequest(type, bytes(body)), access.now());
  }
}
