package daybook.operation.tokens2021;

import daybook.contract.Caller;
import daybook.contract.Caller.DataElement;
import daybook.contract.Caller.Restriction;
import daybook.contract.Fault;
import daybook.contract.OperationSpec;
import daybook.json.Excerpt;
import daybook.json.Json;
import daybook.json.JsonObject;
import daybook.json.JsonProblem;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what a restricted data token is to open, and refuses what the caller may not open. */
final class RestrictedResources {

  private static final int MOST = 50;
  private static final Set<String> METHODS = Set.of("GET", "PUT", "POST", "DELETE");

  private final List<OperationSpec> operations;
  private final Caller caller;

  RestrictedResources(List<OperationSpec> operations, Caller caller) {
    this.operations = operations;
    this.caller = caller;
  }

  /** Says why no token is given. */
  static final class RefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // Never serialized: it does not leave this package.
    private final Fault fault;

    RefusedException(Fault fault) {
      super(fault.reason(), null, false, false);
      this.fault = fault;
    }

    Fault fault() {
      return fault;
    }
  }

  /** Reads the body of a request. */
  Restriction read(byte[] body) throws RefusedException {
    try {
      JsonObject json = Json.readObject(body);
      // To whom the caller delegates is read and changes nothing: the token stays the caller's.
      json.optText("targetApplication");
      return restriction(json.optObjects("restrictedResources"));
    } catch (JsonProblem e) {
      throw invalid(String.valueOf(e.getMessage()));
    }
  }

  private Restriction restriction(@Nullable List<JsonObject> resources) throws RefusedException {
    if (resources == null || resources.isEmpty()) {
      throw incomplete("no restrictedResources");
    }
    if (resources.size() > MOST) {
      throw invalid("more than " + MOST + " restrictedResources");
    }
    Map<String, Set<DataElement>> elements = new LinkedHashMap<>();
    for (JsonObject resource : resources) {
      OperationSpec operation = operation(resource);
      elements
          .computeIfAbsent(operation.path(), absent -> EnumSet.noneOf(DataElement.class))
          .addAll(elements(resource, operation));
    }
    return new Restriction(elements);
  }

  private OperationSpec operation(JsonObject resource) throws RefusedException {
    String method = text(resource, "method").toUpperCase(Locale.ROOT);
    String path = text(resource, "path");
    if (!METHODS.contains(method)) {
      throw invalid("unknown method " + Excerpt.of(method));
    }
    Optional<OperationSpec> operation =
        operations.stream()
            .filter(spec -> spec.method().equals(method) && isPathOf(spec, path))
            .findFirst();
    if (operation.isEmpty() || !caller.roles().contains(operation.get().role())) {
      throw new RefusedException(
          new Fault.BadParameter(
              "Application do not have access to some or all requested resource",
              "",
              (operation.isEmpty() ? "no restricted operation is " : "no role for ")
                  + method
                  + " "
                  + Excerpt.of(path)));
    }
    return operation.get();
  }

  private Set<DataElement> elements(JsonObject resource, OperationSpec operation)
      throws RefusedException {
    List<String> names = resource.optTexts("dataElements");
    if (names == null || names.isEmpty()) {
      throw invalid("no dataElements for " + operation.path());
    }
    Set<DataElement> elements = EnumSet.noneOf(DataElement.class);
    for (String name : names) {
      DataElement element =
          DataElement.parse(name)
              .filter(operation.dataElements()::contains)
              .orElseThrow(() -> invalid("unknown data element " + Excerpt.of(name)));
      elements.add(element);
    }
    String lacking =
        elements.stream()
            .filter(element -> Collections.disjoint(element.roles(), caller.roles()))
            .map(DataElement::wireName)
            .collect(Collectors.joining(", "));
    if (!lacking.isEmpty()) {
      throw new RefusedException(
          new Fault.BadParameter(
              "Application does not have access to one or more requested data elements: ["
                  + lacking
                  + "]",
              "",
              "grant " + caller.grantId() + " lacks the roles for " + lacking));
    }
    return elements;
  }

  private static boolean isPathOf(OperationSpec spec, String path) {
    return path.equals(spec.path()) || path.equals(spec.path() + "/");
  }

  private static String text(JsonObject resource, String name) throws RefusedException {
    String text = resource.optText(name);
    if (text == null || text.isBlank()) {
      throw incomplete("a restricted resource without " + name);
    }
    return text.strip();
  }

  private static RefusedException incomplete(String reason) {
    return new RefusedException(new Fault.IncompleteBody("Resource not provided.", reason));
  }

  private static RefusedException invalid(String reason) {
    return new RefusedException(new Fault.BadParameter("Invalid Input", "", reason));
  }
}
