package daybook.http;

import daybook.contract.Operation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the operation that a path belongs to; the host never matters (CONTRACT 2 #23). */
final class Routes {

  private final List<Route> routes;

  /** An operation and the segments of its path template. */
  private record Route(Operation<?> operation, String[] segments) {}

  /**
   * An operation that was found.
   *
   * @param operation the operation
   * @param parameters path parameters by name
   */
  record Match(Operation<?> operation, Map<String, String> parameters) {}

  Routes(List<Operation<?>> operations) {
    routes =
        operations.stream()
            .map(operation -> new Route(operation, operation.spec().path().split("/", -1)))
            .toList();
  }

  /** Returns the operation of a method and a path, given the path's decoded segments. */
  Optional<Match> find(String method, List<String> path) {
    // Whoever may read may also ask for nothing but the headers.
    String asked = method.equals("HEAD") ? "GET" : method;
    for (Route route : routes) {
      Map<String, String> parameters = new HashMap<>();
      if (route.operation().spec().method().equals(asked)
          && matches(route.segments(), path, parameters)) {
        return Optional.of(new Match(route.operation(), parameters));
      }
    }
    return Optional.empty();
  }

  /** Says whether any method has an operation of this path. */
  boolean know(List<String> path) {
    return routes.stream().anyMatch(route -> matches(route.segments(), path, new HashMap<>()));
  }

  private static boolean matches(
      String[] template, List<String> path, Map<String, String> parameters) {
    if (template.length != path.size()) {
      return false;
    }
    for (int i = 0; i < template.length; i++) {
      String segment = template[i];
      if (segment.startsWith("{")) {
        parameters.put(segment.substring(1, segment.length() - 1), path.get(i));
      } else if (!segment.equals(path.get(i))) {
        return false;
      }
    }
    return true;
  }
}
