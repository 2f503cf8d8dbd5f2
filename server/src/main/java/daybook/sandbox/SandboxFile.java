package daybook.sandbox;

import daybook.json.JsonObject;
import daybook.json.JsonSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file of cases that is read: a whole Swagger 2.0 model, or the cases of one operation by status,
 * in a file that is named like the operation.
 */
final class SandboxFile {

  private static final String BLOCK = "x-amzn-api-sandbox";
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "patch");

  private final JsonSource source;
  private final JsonObject root;
  private final List<SandboxOperation> operations = new ArrayList<>();

  private SandboxFile(JsonSource source) {
    this.source = source;
    this.root = source.root();
  }

  /**
   * Returns the operations that have cases, at least one.
   *
   * @param name name of the file, without its directory
   * @throws daybook.json.JsonProblem if something in it can't be read; the message names the place
   */
  static List<SandboxOperation> read(String name, byte[] utf8) {
    SandboxFile file = new SandboxFile(JsonSource.read(utf8));
    if (file.root.has("paths")) {
      file.readModel();
    } else {
      file.readCases(name);
    }
    if (file.operations.isEmpty()) {
      throw file.root.problem("", "there is no static sandbox case in it");
    }
    return file.operations;
  }

  private void readCases(String fileName) {
    Endpoint endpoint =
        Endpoint.ofFile(fileName)
            .orElseThrow(
                () ->
                    root.problem(
                        "",
                        "it has no 'paths', as a model has, and is not named like an operation,"
                            + " such as getOrders.json"));
    CaseReader reader = new CaseReader(source, new ModelParameters());
    // What is not a status is a note.
    root.names().stream()
        .filter(SandboxFile::isStatus)
        .forEach(status -> reader.read(root, status, Integer.parseInt(status)));
    add(endpoint, reader);
  }

  private void readModel() {
    String base = root.optText("basePath");
    String prefix = base == null ? "" : base.replaceAll("/+$", "");
    JsonObject paths = root.object("paths");
    for (String path : paths.names()) {
      JsonObject item = paths.object(path);
      if (item.isArray(BLOCK) || (item.isObject(BLOCK) && item.object(BLOCK).has("static"))) {
        throw item.problem(BLOCK, "stands under a path, and does not say of which method it is");
      }
      for (String method : item.names()) {
        if (METHODS.contains(method)) {
          readOperation(item, method, prefix + path);
        }
      }
    }
  }

  private void readOperation(JsonObject item, String member, String path) {
    JsonObject operation = item.object(member);
    ModelParameters parameters = new ModelParameters();
    parameters.add(item, root);
    parameters.add(operation, root);
    CaseReader reader = new CaseReader(source, parameters);
    JsonObject responses = operation.optObject("responses");
    if (operation.has(BLOCK)) {
      reader.readUnderOperation(operation, BLOCK, goodStatus(responses));
    }
    if (responses != null) {
      for (String status : responses.names()) {
        if (responses.isObject(status) && responses.object(status).has(BLOCK)) {
          if (!isStatus(status)) {
            throw responses.problem(status, "has sandbox cases, but is no status");
          }
          reader.read(responses.object(status), BLOCK, Integer.parseInt(status));
        }
      }
    }
    String method = member.toUpperCase(Locale.ROOT);
    String id = operation.optText("operationId");
    add(new Endpoint(id == null ? method + " " + path : id, method, path), reader);
  }

  private void add(Endpoint endpoint, CaseReader reader) {
    if (!reader.cases().isEmpty()) {
      operations.add(SandboxOperation.of(endpoint, reader.cases()));
    }
  }

  private static int goodStatus(@Nullable JsonObject responses) {
    List<String> names = responses == null ? List.of() : responses.names();
    return names.stream()
        .filter(status -> isStatus(status) && status.startsWith("2"))
        .mapToInt(Integer::parseInt)
        .min()
        .orElse(200);
  }

  private static boolean isStatus(String name) {
    return name.matches("[2-5][0-9][0-9]");
  }
}
