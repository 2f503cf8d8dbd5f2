package daybook.operation;

import static daybook.web.OpenApi.DESCRIPTION;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import daybook.contract.Caller;
import daybook.contract.Operation;
import daybook.contract.OperationRequest;
import daybook.contract.OperationSpec;
import daybook.contract.PageTokens;
import daybook.contract.Parameters;
import daybook.contract.Parsed;
import daybook.domain.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The parameters that the description names are those that the operations look at. */
final class DescribedParametersTest {

  private static final Instant NOW = Instant.parse("2025-06-01T12:00:00Z");
  private static final Caller CALLER =
      new Caller("client", "grant", new AccountId("acme"), Set.of());
  private static final PageTokens TOKENS =
      new PageTokens("0123456789abcdef0123456789abcdef".getBytes(UTF_8), Duration.ofHours(24));

  /** What page one of each listing needs. */
  private static final Map<String, Map<String, String>> NEEDED =
      Map.of(
          "getOrderReports",
          Map.of("orderStartDate", "2025-01-01", "orderEndDate", "2025-02-01"),
          "getOrdersByOrderDate",
          Map.of("startDate", "2025-01-01", "endDate", "2025-02-01"),
          "getTransactions",
          Map.of("feedStartDate", "2025-01-01", "feedEndDate", "2025-02-01"),
          "getOrders",
          Map.of("MarketplaceIds", "ATVPDKIKX0DER", "CreatedAfter", "2025-01-01"));

  /** A value that makes a difference to a text; to everything else it is nonsense. */
  private static final String OTHER = "1=x";

  static Stream<Operation<?>> listings() {
    return new Catalogue().operations().stream().filter(one -> !one.spec().takesBody());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("listings")
  void parameter_thatIsDescribedMakesADifference(Operation<?> operation) {
    String plain = parse(operation, Map.of());
    assertThat(plain).startsWith("Accepted");
    for (String name : described(operation.spec())) {
      assertThat(parse(operation, Map.of(name, OTHER))).as(name).isNotEqualTo(plain);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("listings")
  void parameter_thatIsNotDescribedMakesNone(Operation<?> operation) {
    Set<String> all =
        listings().flatMap(other -> described(other.spec()).stream()).collect(Collectors.toSet());
    all.removeAll(described(operation.spec()));
    String plain = parse(operation, Map.of());
    for (String name : all) {
      assertThat(parse(operation, Map.of(name, OTHER))).as(name).isEqualTo(plain);
    }
  }

  private static List<String> described(OperationSpec spec) {
    JsonNode operation = DESCRIPTION.operation(spec.method(), spec.path());
    return DESCRIPTION.parameters(operation, "query");
  }

  private static String parse(Operation<?> operation, Map<String, String> more) {
    Map<String, List<String>> query = new HashMap<>();
    NEEDED
        .getOrDefault(operation.spec().operationId(), Map.of())
        .forEach((name, value) -> query.put(name, List.of(value)));
    more.forEach((name, value) -> query.put(name, List.of(value)));
    Parsed<?> parsed =
        operation.parse(
            new OperationRequest(
                new Parameters(query, Map.of("orderId", "1", "purchaseOrderNumber", "1")),
                CALLER,
                NOW,
                TOKENS));
    // What has no text of its own is printed with its address.
    return parsed.toString().replaceAll("@[0-9a-f]+", "");
  }
}
