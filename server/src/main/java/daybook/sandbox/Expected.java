package daybook.sandbox;

import daybook.contract.OperationRequest;
import daybook.contract.Parameters;
import daybook.json.Json;
import java.util.List;
import java.util.Set;

/** One thing that a request must have to be answered by a case. */
sealed interface Expected {

  /** Returns the name of the parameter that it is about. */
  String name();

  /** Says whether the request has it. */
  boolean isMetBy(OperationRequest request);

  /**
   * A parameter of the path or the query with exactly this value, dates being text as well.
   *
   * @param value the value; an empty one asks for the parameter not to be set
   */
  record Value(String name, String value) implements Expected {
    @Override
    public boolean isMetBy(OperationRequest request) {
      String sent = sent(request.parameters(), name);
      boolean flag = value.equals("true") || value.equals("false");
      return flag ? sent.equalsIgnoreCase(value) : sent.equals(value);
    }
  }

  /**
   * A list with these items, in any order.
   *
   * @param values the items
   */
  record Items(String name, List<String> values) implements Expected {
    @Override
    public boolean isMetBy(OperationRequest request) {
      return Set.copyOf(request.parameters().list(name)).equals(Set.copyOf(values));
    }
  }

  /**
   * A body of the same JSON.
   *
   * @param json the JSON in UTF-8
   */
  record JsonBody(String name, byte[] json) implements Expected {
    @Override
    public boolean isMetBy(OperationRequest request) {
      return Json.same(json, request.body());
    }
  }

  /** A parameter that is set, whatever its value. */
  record Present(String name) implements Expected {
    @Override
    public boolean isMetBy(OperationRequest request) {
      return !sent(request.parameters(), name).isEmpty();
    }
  }

  /** A body, whatever is in it. */
  record AnyBody(String name) implements Expected {
    @Override
    public boolean isMetBy(OperationRequest request) {
      return request.body().length > 0;
    }
  }

  /** Returns a parameter of the path or else of the query, empty if it is not set. */
  private static String sent(Parameters parameters, String name) {
    String path = parameters.path(name);
    return path.isEmpty() ? parameters.first(name).orElse("") : path;
  }
}
