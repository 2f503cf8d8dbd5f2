package daybook.sandbox;

import daybook.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a model says about the parameters of an operation; nothing if there is no model. */
final class ModelParameters {

  private static final String SHARED = "#/parameters/";

  /** Where parameters stand that an operation is never shown: cases are told apart without. */
  private static final Set<String> UNSEEN = Set.of("header", "formData", "cookie");

  private final Map<String, Parameter> byName = new LinkedHashMap<>();

  /** A parameter as the model describes it. */
  private record Parameter(String in, boolean required) {}

  /** Knows nothing yet. */
  ModelParameters() {}

  /** Adds the parameters of an operation or of a path; later ones win. */
  void add(JsonObject owner, JsonObject model) {
    List<JsonObject> declared = owner.optObjects("parameters");
    if (declared == null) {
      return;
    }
    for (JsonObject one : declared) {
      JsonObject parameter = one.has("$ref") ? shared(one, model) : one;
      byName.put(
          parameter.text("name"),
          new Parameter(
              parameter.text("in"), Boolean.TRUE.equals(parameter.optBoolean("required"))));
    }
  }

  /** Returns what a request must have besides the parameters that a case lists. */
  List<Expected> requiredBeside(List<String> listed) {
    return byName.entrySet().stream()
        .filter(one -> one.getValue().required() && !UNSEEN.contains(one.getValue().in()))
        .map(Map.Entry::getKey)
        .filter(name -> !listed.contains(name))
        .<Expected>map(
            name -> isBody(name) ? new Expected.AnyBody(name) : new Expected.Present(name))
        .toList();
  }

  /** Says whether it is the body, which cases call so whatever its name in the model is. */
  boolean isBody(String name) {
    Parameter parameter = byName.get(name);
    return parameter == null ? name.equals("body") : parameter.in().equals("body");
  }

  /** Says whether it stands where an operation does not see it. */
  boolean isUnseen(String name) {
    Parameter parameter = byName.get(name);
    return parameter != null && UNSEEN.contains(parameter.in());
  }

  private static JsonObject shared(JsonObject reference, JsonObject model) {
    String target = reference.text("$ref");
    JsonObject all = model.optObject("parameters");
    String name = target.startsWith(SHARED) ? target.substring(SHARED.length()) : "";
    if (all == null || !all.has(name)) {
      throw reference.problem("$ref", "leads to no parameter of this file: '" + target + "'");
    }
    return all.object(name);
  }
}
