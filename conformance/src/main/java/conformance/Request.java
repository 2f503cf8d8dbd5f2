package conformance;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request as it goes over the wire: nothing is encoded or mended on the way.
 *
 * @param method HTTP method
 * @param target path and query
 * @param headers headers in order
 * @param body body; empty for none
 */
public record Request(String method, String target, Map<String, String> headers, String body) {

  /** The header that carries an access token. */
  public static final String TOKEN = "x-amz-access-token";

  /** Asks for a path. */
  public static Request get(String target) {
    return new Request("GET", target, Map.of("Accept", "application/json"), "");
  }

  /** Sends a body to a path. */
  public static Request post(String target, String contentType, String body) {
    return new Request("POST", target, Map.of("Content-Type", contentType), body);
  }

  /** Returns this request with one more header. */
  public Request with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Request(method, target, more, body);
  }

  /** Returns this request with an access token. */
  public Request as(String accessToken) {
    return with(TOKEN, accessToken);
  }

  /** Returns this request with another method. */
  public Request by(String other) {
    return new Request(other, target, headers, body);
  }

  /** Returns this request with more parameters, which are encoded already. */
  public Request query(String parameters) {
    if (parameters.isEmpty()) {
      return this;
    }
    String joint = target.contains("?") ? "&" : "?";
    return new Request(method, target + joint + parameters, headers, body);
  }
}
