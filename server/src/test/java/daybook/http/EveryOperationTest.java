package daybook.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import daybook.access.Verdict;
import daybook.contract.Caller.DataElement;
import daybook.contract.Caller.Restriction;
import daybook.contract.Operation;
import daybook.contract.OperationSpec;
import daybook.contract.Role;
import daybook.domain.BusinessOrder;
import daybook.domain.Customer;
import daybook.domain.OrderStatus;
import daybook.domain.Region;
import daybook.domain.SampleOrders;
import daybook.domain.seller.Marketplace;
import daybook.domain.seller.SampleSellerOrders;
import daybook.domain.seller.SellerOrderStatus;
import daybook.operation.Catalogue;
import daybook.store.Application;
import daybook.store.Grant;
import daybook.store.ViewId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every operation of the catalogue, whichever it is; golden cases among it. */
final class EveryOperationTest {

  private static final Catalogue CATALOGUE = new Catalogue();
  private static final Path DOCS = Path.of("../docs/operations");
  private static final String APPLICATION = "amzn1.application-oa2-client.";

  @TempDir static Path directory;
  private static TestServer server;

  @BeforeAll
  static void start() {
    server = new TestServer(directory, TestServer.LIMITED);
    server.write(TestServer.ACME, orders());
    server.sell(
        TestServer.ACME,
        SampleSellerOrders.full("112-0000001-0000001"),
        SampleSellerOrders.draft("112-0000001-0000002")
            .placedAt(SampleSellerOrders.PLACED.plusSeconds(1))
            .status(SellerOrderStatus.PENDING)
            .boughtBy(null)
            .build(),
        SampleSellerOrders.draft("112-0000001-0000003")
            .placedAt(SampleSellerOrders.PLACED.plusSeconds(1))
            .in(Marketplace.JP)
            .build());
    server.writeTransactions(TestServer.ACME, GoldenTransactions.all());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  static List<OperationSpec> specs() {
    return CATALOGUE.operations().stream().map(Operation::spec).toList();
  }

  static List<Golden> cases() {
    return Golden.all();
  }

  @Test
  void classes_areNamedLikeTheirOperations() {
    for (Operation<?> operation : CATALOGUE.operations()) {
      assertThat(operation.getClass().getSimpleName())
          .isEqualToIgnoringCase(operation.spec().operationId());
      assertThat(operation.spec().source()).isNotBlank();
    }
  }

  @Test
  void paths_areUnique() {
    assertThat(specs()).extracting(OperationSpec::path).doesNotHaveDuplicates();
    assertThat(specs()).extracting(OperationSpec::operationId).doesNotHaveDuplicates();
  }

  @Test
  void viewsAndShapes_areUnique() {
    assertThat(CATALOGUE.viewIds().stream().map(ViewId::name)).doesNotHaveDuplicates();
    assertThat(CATALOGUE.shapes()).extracting(shape -> shape.name()).doesNotHaveDuplicates();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("specs")
  void operation_hasAPageOfDocumentation(OperationSpec spec) throws IOException {
    String page = Files.readString(DOCS.resolve(spec.operationId() + ".md"));
    assertThat(page)
        .startsWith("# " + spec.operationId())
        .contains(spec.path())
        .contains(spec.role() == null ? "any role" : spec.role().title())
        .contains(spec.plan().header());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("specs")
  void operation_hasAllGoldenCases(OperationSpec spec) {
    assertThat(
            Golden.all().stream()
                .filter(golden -> golden.operationId().equals(spec.operationId()))
                .map(Golden::name))
        .containsAll(Golden.required(spec));
  }

  @Test
  void goldenFiles_areAllUsed() {
    assertThat(Golden.unused()).isEmpty();
    assertThat(Golden.all().stream().map(Golden::operationId).collect(Collectors.toSet()))
        .isEqualTo(specs().stream().map(OperationSpec::operationId).collect(Collectors.toSet()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void golden_isAnsweredByteForByte(Golden golden) {
    Grant grant = grant(golden);
    String request =
        golden.request(
            kind ->
                Matcher.quoteReplacement(kind.equals("token") ? plain(grant) : restricted(grant)));
    Answer answer = server.send(request);
    for (int i = 1; i < golden.times(); i++) {
      answer = server.send(request);
    }
    String actual = Golden.text(answer);
    assertThat(actual).isEqualTo(golden.expected(actual));
  }

  // Each case has an application of its own, and so a bucket of its own; the name is fixed, since
  // page tokens depend on it.
  private static Grant grant(Golden golden) {
    String clientId = APPLICATION + golden.operationId() + "." + golden.name();
    byte[] hash = clientId.getBytes(UTF_8);
    server
        .store
        .directory()
        .addApplication(new Application(clientId, golden.toString(), hash, TestServer.NOW));
    return new Grant(
        "grant." + golden.operationId() + "." + golden.name(),
        clientId,
        TestServer.ACME,
        roles(golden),
        null,
        TestServer.NOW,
        null);
  }

  private static Set<String> roles(Golden golden) {
    Role right =
        specs().stream()
            .filter(spec -> spec.operationId().equals(golden.operationId()))
            .findFirst()
            .orElseThrow()
            .role();
    if (golden.name().equals("wrong-role")) {
      Role wrong = right == Role.TAX_INVOICING ? Role.TAX_REMITTANCE : Role.TAX_INVOICING;
      return Set.of(wrong.name());
    }
    return right == null
        ? Set.of(
            Role.INVENTORY_AND_ORDER_TRACKING.name(),
            Role.DIRECT_TO_CONSUMER_SHIPPING.name(),
            Role.TAX_INVOICING.name())
        : Set.of(right.name());
  }

  private static String plain(Grant grant) {
    return server.accessTokens.issue(grant, TestServer.NOW);
  }

  private static String restricted(Grant grant) {
    if (!(server.accessTokens.verify(plain(grant), TestServer.NOW)
        instanceof Verdict.Known known)) {
      throw new AssertionError("a new token is good");
    }
    Restriction everything =
        new Restriction(Map.of(SellerCalls.ORDERS, EnumSet.allOf(DataElement.class)));
    return server.accessTokens.issue(known.caller(), everything, TestServer.NOW).token();
  }

  private static List<BusinessOrder> orders() {
    List<BusinessOrder> orders = new ArrayList<>();
    orders.add(
        SampleOrders.draft("113-0000001-0000001")
            .placedAt(Instant.parse("2025-02-03T04:05:06Z"))
            .purchaseOrder("PO/2025 \u00c4")
            .build());
    orders.add(
        SampleOrders.draft("113-0000001-0000002")
            .placedAt(Instant.parse("2025-02-03T04:05:06.789Z"))
            .in(Region.UK)
            .purchaseOrder("PO/2025 \u00c4")
            .status(OrderStatus.PENDING_APPROVAL)
            .lines(0)
            .build());
    BusinessOrder digital =
        SampleOrders.draft("D01-9529667-4499466")
            .placedAt(Instant.parse("2025-02-03T04:05:07Z"))
            .purchaseOrder("PO/2025 \u00c4")
            .lines(0)
            .build();
    orders.add(
        new BusinessOrder(
            digital.orderId(),
            digital.orderDate(),
            digital.region(),
            digital.purchaseOrderNumber(),
            digital.status(),
            null,
            digital.amounts(),
            new Customer(null, "Jane \"J\" Doe", ""),
            "Department 1",
            Map.of("glCode", "\\<4711>\n"),
            null,
            null,
            null,
            null,
            null));
    for (int i = 0; i < 102; i++) {
      orders.add(
          SampleOrders.draft("114-0000000-0000%03d".formatted(i))
              .placedAt(Instant.parse("2025-03-04T05:06:07Z").plusSeconds(i / 10))
              .in(Region.JP)
              .purchaseOrder("PAGED")
              .lines(-1)
              .build());
    }
    return orders;
  }
}
