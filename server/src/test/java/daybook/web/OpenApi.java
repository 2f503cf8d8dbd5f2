package daybook.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;

/** The description of the wire as a test reads it: schemas of JSON Schema 2020-12 and all. */
public final class OpenApi {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String WHERE = "https://daybook.example/openapi";

  /** The description that the program carries. */
  public static final OpenApi DESCRIPTION = new OpenApi();

  private final JsonNode root;
  private final JsonSchemaFactory schemas;
  private final Map<String, JsonSchema> compiled = new ConcurrentHashMap<>();

  private OpenApi() {
    try (InputStream in = OpenApi.class.getResourceAsStream("/daybook/openapi.yaml")) {
      root = new YAMLMapper().readTree(in);
      String text = JSON.writeValueAsString(root);
      schemas =
          JsonSchemaFactory.getInstance(
              SpecVersion.VersionFlag.V202012,
              factory -> factory.schemaLoaders(loaders -> loaders.schemas(Map.of(WHERE, text))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the whole description. */
  public JsonNode root() {
    return root;
  }

  /** Returns the description of an operation, missing if there is none. */
  public JsonNode operation(String method, String path) {
    return root.path("paths").path(path).path(method.toLowerCase(java.util.Locale.ROOT));
  }

  /** Returns all operations by their ids. */
  public Map<String, JsonNode> operations() {
    Map<String, JsonNode> operations = new TreeMap<>();
    root.get("paths")
        .forEach(
            methods ->
                methods.forEach(
                    operation -> operations.put(operation.get("operationId").asText(), operation)));
    return operations;
  }

  /** Returns what a node stands for, which may be a reference. */
  public JsonNode resolve(JsonNode node) {
    return node.has("$ref") ? root.at(node.get("$ref").asText().substring(1)) : node;
  }

  /** Returns the description of an operation's answer of a status, missing if there is none. */
  public JsonNode response(JsonNode operation, int status) {
    return resolve(operation.path("responses").path(String.valueOf(status)));
  }

  /** Returns the names of an operation's parameters. */
  public List<String> parameters(JsonNode operation, String in) {
    return StreamSupport.stream(operation.path("parameters").spliterator(), false)
        .filter(parameter -> parameter.get("in").asText().equals(in))
        .map(parameter -> parameter.get("name").asText())
        .toList();
  }

  /** Says what is wrong with a body, for an answer of the given status. */
  public List<String> problems(JsonNode operation, int status, String body) {
    JsonNode response = response(operation, status);
    if (response.isMissingNode()) {
      return List.of("status " + status + " is not described");
    }
    JsonNode schema = response.get("content").elements().next().get("schema");
    return problems(schema.get("$ref").asText().substring(1), read(body));
  }

  /** Says what is wrong with a record, for a schema by its name. */
  public List<String> problems(String schemaName, byte[] record) {
    return problems(
        "/components/schemas/" + schemaName,
        read(new String(record, java.nio.charset.StandardCharsets.UTF_8)));
  }

  /** Says what is wrong with a value, for the schema at a place in the description. */
  public List<String> problems(String place, JsonNode value) {
    JsonSchema schema =
        compiled.computeIfAbsent(
            place, at -> schemas.getSchema(SchemaLocation.of(WHERE + "#" + at)));
    List<String> problems = new ArrayList<>();
    for (ValidationMessage message : schema.validate(value)) {
      problems.add(message.toString());
    }
    return problems;
  }

  /** Reads JSON. */
  public static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(json, e);
    }
  }
}
