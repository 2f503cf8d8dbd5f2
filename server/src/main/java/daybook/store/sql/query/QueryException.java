package daybook.store.sql.query;

/** Says why the engine did not answer a query, in the engine's own words. */
public final class QueryException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  QueryException(String message, Throwable cause) {
    super(message, cause);
  }
}
