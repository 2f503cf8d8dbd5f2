package daybook.access;

import daybook.json.Json;
import daybook.json.JsonObject;
import daybook.json.JsonProblem;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a request for a token, whether it came as a form or as JSON.
 *
 * <p>A parameter that is empty counts as not set. The first of several of one name wins.
 */
final class TokenParameters {

  /** Longest body that is looked into; ten times what the longest good one needs. */
  static final int MAX_BYTES = 65_536;

  private static final int MAX_FIELDS = 64;
  private static final List<String> NAMES =
      List.of("grant_type", "client_id", "client_secret", "refresh_token", "code", "scope");

  private final Map<String, String> values;

  private TokenParameters(Map<String, String> values) {
    this.values = values;
  }

  /**
   * Reads a body.
   *
   * @throws TokenProblem if it is of another type, or broken
   */
  static TokenParameters read(TokenRequest request) throws TokenProblem {
    if (request.body().length > MAX_BYTES) {
      throw TokenProblem.invalidRequest("body", "body longer than " + MAX_BYTES + " bytes");
    }
    String type = mediaType(request);
    return new TokenParameters(
        switch (type) {
          case "application/json" -> fromJson(request.body());
          case "application/x-www-form-urlencoded" -> fromForm(request.body());
          default ->
              throw TokenProblem.unsupportedGrantType("content type is neither form nor JSON");
        });
  }

  /** Returns a parameter that is set. */
  Optional<String> get(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** Returns a parameter that must be set. */
  String require(String name) throws TokenProblem {
    return get(name)
        .orElseThrow(() -> TokenProblem.invalidRequest(name, "parameter " + name + " is missing"));
  }

  // Without a type, a body that begins like JSON is JSON.
  private static String mediaType(TokenRequest request) {
    @Nullable String header = request.contentType();
    if (header == null || header.isBlank()) {
      boolean json = new String(request.body(), StandardCharsets.UTF_8).strip().startsWith("{");
      return json ? "application/json" : "application/x-www-form-urlencoded";
    }
    int semicolon = header.indexOf(';');
    String type = semicolon < 0 ? header : header.substring(0, semicolon);
    return type.strip().toLowerCase(Locale.ROOT);
  }

  private static Map<String, String> fromJson(byte[] body) throws TokenProblem {
    JsonObject object;
    try {
      object = Json.readObject(body);
    } catch (JsonProblem e) {
      throw TokenProblem.invalidRequest("body", "body is not a JSON object");
    }
    Map<String, String> values = new HashMap<>();
    for (String name : NAMES) {
      try {
        String value = object.optText(name);
        if (value != null && !value.isBlank()) {
          values.put(name, value.strip());
        }
      } catch (JsonProblem e) {
        throw TokenProblem.invalidRequest(name, "parameter " + name + " is not a string");
      }
    }
    return values;
  }

  private static Map<String, String> fromForm(byte[] body) {
    Map<String, String> values = new HashMap<>();
    String form = new String(body, StandardCharsets.UTF_8);
    for (String field : form.strip().split("&", MAX_FIELDS)) {
      int equals = field.indexOf('=');
      if (equals > 0) {
        String name = decoded(field.substring(0, equals));
        String value = decoded(field.substring(equals + 1)).strip();
        if (!value.isEmpty() && NAMES.contains(name)) {
          values.putIfAbsent(name, value);
        }
      }
    }
    return values;
  }

  // A percent sign that begins no escape stands for itself, as clients that forget to encode mean.
  private static String decoded(String text) {
    byte[] in = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream(in.length);
    for (int i = 0; i < in.length; i++) {
      int escaped = in[i] == '%' && i + 2 < in.length ? hex(in[i + 1]) * 16 + hex(in[i + 2]) : -1;
      if (escaped >= 0) {
        out.write(escaped);
        i += 2;
      } else {
        out.write(in[i] == '+' ? ' ' : in[i]);
      }
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  // Far below zero for what is no digit, so that a sum with it stays below zero.
  private static int hex(byte character) {
    int digit = Character.digit(character, 16);
    return digit < 0 ? -1_000 : digit;
  }
}
