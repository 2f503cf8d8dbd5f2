package daybook.access;

/**
 * An application with the only copy of its secret there will ever be.
 *
 * @param clientId names it
 * @param clientSecret its secret
 */
public record NewApplication(String clientId, String clientSecret) {

  /** Tells no secret. */
  @Override
  public String toString() {
    return "NewApplication[clientId=" + clientId + ", clientSecret=(hidden)]";
  }
}
