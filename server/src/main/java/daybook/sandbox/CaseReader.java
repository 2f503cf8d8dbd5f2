package daybook.sandbox;

import daybook.json.JsonObject;
import daybook.json.JsonSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the cases of one operation out of its {@code x-amzn-api-sandbox} blocks.
 *
 * <p>A block is {@code {"static": [...]}} or, in the model of Reporting 2021, the bare array. What
 * else a block may hold, such as "dynamic", says nothing that could be answered with.
 */
final class CaseReader {

  private static final int NO_CONTENT = 204;

  private final JsonSource source;
  private final ModelParameters parameters;
  private final List<SandboxCase> cases = new ArrayList<>();

  CaseReader(JsonSource source, ModelParameters parameters) {
    this.source = source;
    this.parameters = parameters;
  }

  /** Returns the cases read so far. */
  List<SandboxCase> cases() {
    return cases;
  }

  /** Reads the block of a response, the member of the parent, whose answers have the status. */
  void read(JsonObject parent, String member, int status) {
    for (JsonObject one : block(parent, member)) {
      add(one, status);
    }
  }

  /**
   * Reads the block of an operation, whose answers are good unless they hold nothing but errors.
   */
  void readUnderOperation(JsonObject parent, String member, int goodStatus) {
    for (JsonObject one : block(parent, member)) {
      add(one, isErrors(one) ? 400 : goodStatus);
    }
  }

  private static List<JsonObject> block(JsonObject parent, String member) {
    List<JsonObject> found =
        parent.isArray(member)
            ? parent.optObjects(member)
            : parent.object(member).optObjects("static");
    return found == null ? List.of() : found;
  }

  private static boolean isErrors(JsonObject found) {
    return found.isObject("response")
        && found.object("response").has("errors")
        && !found.object("response").has("payload");
  }

  private void add(JsonObject found, int status) {
    List<Expected> listed = new ArrayList<>();
    JsonObject given = found.object("request").optObject("parameters");
    if (given != null) {
      given.names().stream()
          .filter(parameter -> !parameters.isUnseen(parameter))
          .forEach(parameter -> listed.add(listed(given, parameter)));
    }
    List<String> names = listed.stream().map(Expected::name).toList();
    // Cases of errors are often about what is missing.
    List<Expected> required = status < 400 ? parameters.requiredBeside(names) : List.of();
    byte[] body =
        status == NO_CONTENT || !found.has("response")
            ? new byte[0]
            : source.compact(found, "response");
    String name = status + " #" + (cases.size() + 1);
    cases.add(new SandboxCase(name, listed, required, status, body));
  }

  private Expected listed(JsonObject given, String name) {
    JsonObject parameter = given.object(name);
    if (!parameter.has("value")) {
      throw parameter.problem("value", "is missing");
    }
    if (parameters.isBody(name) || parameter.isObject("value")) {
      return new Expected.JsonBody(name, source.compact(parameter, "value"));
    }
    List<String> values = parameter.scalars("value").stream().map(String::strip).toList();
    return parameter.isArray("value")
        ? new Expected.Items(name, values)
        : new Expected.Value(name, values.isEmpty() ? "" : values.get(0));
  }
}
