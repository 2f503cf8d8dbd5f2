package daybook.http;

import static daybook.web.OpenApi.DESCRIPTION;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import daybook.contract.Dialect;
import daybook.contract.Fault;
import daybook.contract.Operation;
import daybook.contract.OperationSpec;
import daybook.operation.Catalogue;
import daybook.web.OpenApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds the description of the wire against the catalogue, the documents and the golden answers.
 */
final class OpenApiTest {

  private static final Path DOCS = Path.of("../docs/operations");

  /** What is described beside the operations of the catalogue. */
  private static final Set<String> SIDE_DOORS =
      Set.of("POST /auth/o2/token", "GET /health/live", "GET /health/ready", "GET /metrics");

  /** What any operation may be refused for: all faults but those that only some can have. */
  private static final List<Fault> FAULTS =
      List.of(
          new Fault.MissingToken(),
          new Fault.InvalidToken("test"),
          new Fault.ExpiredToken("test"),
          new Fault.MissingRole("test"),
          new Fault.UnknownPath("test"),
          new Fault.Throttled(Duration.ofSeconds(1), "test"),
          new Fault.BadParameter("message", "details", "test"),
          new Fault.Unreadable("test"),
          new Fault.TooLarge("test"),
          new Fault.TooSlow("test"),
          new Fault.Unavailable("test"),
          new Fault.Internal("test"));

  static List<OperationSpec> specs() {
    return new Catalogue().operations().stream().map(Operation::spec).toList();
  }

  static List<Golden> cases() {
    return Golden.all();
  }

  static List<Golden> goodCases() {
    return Golden.all().stream().filter(golden -> status(golden) == 200).toList();
  }

  @Test
  void description_namesWhatIsServedAndNothingElse() {
    Set<String> served =
        specs().stream().map(spec -> spec.method() + " " + spec.path()).collect(Collectors.toSet());
    served.addAll(SIDE_DOORS);
    Set<String> described = new TreeSet<>();
    DESCRIPTION
        .root()
        .get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(
                        method ->
                            described.add(
                                method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey())));
    assertThat(described).isEqualTo(new TreeSet<>(served));
    assertThat(DESCRIPTION.root().get("openapi").asText()).startsWith("3.1");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("specs")
  void operation_isDescribedAsInTheCatalogue(OperationSpec spec) {
    JsonNode operation = DESCRIPTION.operation(spec.method(), spec.path());
    assertThat(operation.get("operationId").asText()).isEqualTo(spec.operationId());
    assertThat(texts(operation.at("/security/0/accessToken")))
        .isEqualTo(spec.role() == null ? List.of() : List.of(spec.role().title()));
    assertThat(operation.at("/x-usagePlan/rate").decimalValue())
        .isEqualByComparingTo(spec.plan().rate());
    assertThat(operation.at("/x-usagePlan/burst").asLong()).isEqualTo(spec.plan().burst());
    assertThat(texts(operation.path("x-dataElements")))
        .containsExactlyInAnyOrderElementsOf(
            spec.dataElements().stream().map(element -> element.wireName()).toList());
    assertThat(operation.has("requestBody")).isEqualTo(spec.takesBody());
    Matcher braces = Pattern.compile("\\{(\\w+)}").matcher(spec.path());
    assertThat(DESCRIPTION.parameters(operation, "path"))
        .isEqualTo(braces.results().map(found -> found.group(1)).toList());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("specs")
  void statuses_areThoseOfTheDialect(OperationSpec spec) {
    JsonNode operation = DESCRIPTION.operation(spec.method(), spec.path());
    Dialect dialect = spec.dialect();
    Set<Integer> statuses =
        FAULTS.stream().map(fault -> dialect.word(fault).status()).collect(Collectors.toSet());
    statuses.addAll(Set.of(200, 414, 431));
    if (spec.operationId().equals("getOrdersByOrderId")) {
      statuses.add(dialect.word(new Fault.NotFound("test")).status());
    }
    assertThat(statuses(operation)).isEqualTo(new TreeSet<>(statuses));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("specs")
  void page_ofTheOperationNamesItsStatusesAndParameters(OperationSpec spec) throws IOException {
    String page = Files.readString(DOCS.resolve(spec.operationId() + ".md"));
    JsonNode operation = DESCRIPTION.operation(spec.method(), spec.path());
    Set<Integer> statuses = new TreeSet<>(Set.of(200));
    Matcher row = Pattern.compile("(?m)^\\| ((?:\\d{3}(?:, )?)+) \\|").matcher(page);
    row.results()
        .flatMap(found -> List.of(found.group(1).split(", ")).stream())
        .forEach(status -> statuses.add(Integer.valueOf(status)));
    assertThat(statuses).isEqualTo(statuses(operation));
    for (String place : List.of("path", "query")) {
      for (String name : DESCRIPTION.parameters(operation, place)) {
        assertThat(page).contains("`" + name + "`");
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void golden_isAsDescribed(Golden golden) {
    JsonNode operation = DESCRIPTION.operations().get(golden.operationId());
    assertThat(DESCRIPTION.problems(operation, status(golden), body(golden))).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("goodCases")
  void golden_isNotAsDescribedWithAMemberMoreOrLess(Golden golden) {
    JsonNode operation = DESCRIPTION.operations().get(golden.operationId());
    JsonNode body = OpenApi.read(body(golden));
    String schema =
        DESCRIPTION
            .response(operation, 200)
            .get("content")
            .elements()
            .next()
            .at("/schema/$ref")
            .asText();
    ObjectNode more = body.deepCopy();
    more.put("surplus", 1);
    assertThat(DESCRIPTION.problems(schema.substring(1), more)).isNotEmpty();
    body.fieldNames()
        .forEachRemaining(
            name -> {
              ObjectNode less = body.deepCopy();
              less.remove(name);
              assertThat(DESCRIPTION.problems(schema.substring(1), less)).as(name).isNotEmpty();
            });
  }

  // An object without a list of what is required, or open to more members, would let all pass.
  @Test
  void schemas_ofAnswersAreClosed() {
    Map<String, JsonNode> open =
        DESCRIPTION.root().at("/components/schemas").properties().stream()
            .filter(schema -> schema.getValue().path("type").asText().equals("object"))
            .filter(schema -> !schema.getKey().endsWith("Request"))
            .filter(schema -> schema.getValue().path("additionalProperties").asBoolean(true))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    assertThat(open).isEmpty();
  }

  @Test
  void references_leadSomewhere() {
    Matcher reference =
        Pattern.compile("\"\\$ref\":\"#([^\"]+)\"").matcher(DESCRIPTION.root().toString());
    Set<String> used = reference.results().map(r -> r.group(1)).collect(Collectors.toSet());
    assertThat(used)
        .allSatisfy(place -> assertThat(DESCRIPTION.root().at(place).isMissingNode()).isFalse());
    for (String kind : List.of("schemas", "responses", "headers")) {
      DESCRIPTION
          .root()
          .at("/components/" + kind)
          .fieldNames()
          .forEachRemaining(name -> assertThat(used).contains("/components/" + kind + "/" + name));
    }
  }

  private static Set<Integer> statuses(JsonNode operation) {
    Set<Integer> statuses = new TreeSet<>();
    operation.get("responses").fieldNames().forEachRemaining(s -> statuses.add(Integer.valueOf(s)));
    return statuses;
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }

  private static int status(Golden golden) {
    return Integer.parseInt(saved(golden).lines().findFirst().orElseThrow());
  }

  private static String body(Golden golden) {
    String saved = saved(golden);
    return saved.substring(saved.indexOf("\n\n") + 2);
  }

  private static String saved(Golden golden) {
    try {
      return Files.readString(golden.directory().resolve("answer.txt"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
