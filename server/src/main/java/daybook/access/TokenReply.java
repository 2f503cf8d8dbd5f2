package daybook.access;

import java.util.Map;

/**
 * An answer of the token endpoint.
 *
 * @param status HTTP status
 * @param headers headers by name
 * @param body JSON in UTF-8
 * @param reason plain words for the access log, without any secret
 */
public record TokenReply(int status, Map<String, String> headers, byte[] body, String reason) {

  /** Copies the map. */
  public TokenReply {
    headers = Map.copyOf(headers);
  }

  /** Tells no secret. */
  @Override
  public String toString() {
    return "TokenReply[status=" + status + ", reason=" + reason + "]";
  }
}
