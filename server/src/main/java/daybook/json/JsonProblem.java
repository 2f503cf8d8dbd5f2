package daybook.json;

/** Says in words a person can act on what is wrong with a piece of JSON, and where in it. */
public final class JsonProblem extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Names the member, such as "charges[2].amount", and what is wrong with it. */
  public JsonProblem(String path, String reason) {
    super(path.isEmpty() ? reason : path + ": " + reason, null, false, false);
  }
}
