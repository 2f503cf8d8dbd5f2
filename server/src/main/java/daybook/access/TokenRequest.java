package daybook.access;

import org.jspecify.annotations.Nullable;

/**
 * A request to the token endpoint.
 *
 * @param contentType value of the Content-Type header, null if there is none
 * @param body bytes of the body
 */
public record TokenRequest(@Nullable String contentType, byte[] body) {

  /** Tells no secret. */
  @Override
  public String toString() {
    return "TokenRequest[contentType=" + contentType + ", " + body.length + " bytes]";
  }
}
