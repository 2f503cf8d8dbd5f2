package daybook.operation.reporting2025;

import static daybook.listing.Requests.NOW;
import static daybook.listing.Requests.accepted;
import static daybook.listing.Requests.messages;
import static daybook.listing.Requests.refused;
import static org.assertj.core.api.Assertions.assertThat;

import daybook.contract.Fault;
import daybook.contract.OperationRequest;
import daybook.contract.PageToken;
import daybook.listing.Conditions;
import daybook.listing.ListingQuery;
import daybook.listing.Requests;
import daybook.store.Column;
import daybook.store.Filter;
import daybook.store.Position;
import daybook.store.Scan;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What getOrderReportsByPurchaseOrderNumber reads from a request (CONTRACT 1.3). */
final class GetOrderReportsByPurchaseOrderNumberTest {

  private static final Position LAST = new Position(Instant.parse("2025-01-20T00:00:00Z"), "114-1");

  private final GetOrderReportsByPurchaseOrderNumber operation =
      new GetOrderReportsByPurchaseOrderNumber(Period.ofYears(2), false);

  @Test
  void request_asksForTwoYearsUpToNow() {
    Scan scan = accepted(operation, request("PO-12345")).scan();
    assertThat(scan)
        .isEqualTo(
            new Scan(
                Requests.CALLER.account(),
                OrderReportView.ID,
                Instant.parse("2023-06-01T12:00:00Z"),
                NOW,
                null,
                100,
                List.of(Filter.of(Column.PURCHASE_ORDER_NUMBER, Set.of("PO-12345")))));
  }

  @ParameterizedTest(name = "CONTRACT 1.3: purchase order \"{0}\"")
  @ValueSource(
      strings = {"a/b", "100%", "\u00c4\u00df \u20ac", " padded ", "a\nb\\n=c\r", "-", "'"})
  void number_isTakenAsItIs(String number) {
    ListingQuery query = accepted(operation, request(number));
    assertThat(query.scan().filters())
        .containsExactly(Filter.of(Column.PURCHASE_ORDER_NUMBER, Set.of(number)));
    assertThat(Conditions.parse(query.conditions().text())).isEqualTo(query.conditions());
  }

  @ParameterizedTest(name = "CONTRACT 4.6, Business 400, PO: \"{0}\"")
  @ValueSource(strings = {"", " ", "\t", "\u2003"})
  void number_thatIsBlankIsRefused(String number) {
    List<Fault> faults = refused(operation, request(number));
    assertThat(messages(faults))
        .containsExactly("The required parameter purchaseOrderNumber is missing or invalid.");
    assertThat(((Fault.BadParameter) faults.get(0)).details())
        .isEqualTo("Please provide a valid purchase order number.");
  }

  @Test
  void number_asLongAsCanBeFitsIntoAToken() {
    String longest = "\u20ac".repeat(500);
    String token = token(longest);
    assertThat(accepted(operation, request(longest, "nextPageToken=" + token)).scan().after())
        .isEqualTo(LAST);
    assertThat(refused(operation, request(longest + "x"))).hasSize(1);
  }

  @Test
  void region_isOptional() {
    assertThat(accepted(operation, request("PO", "region=GB")).scan().filters())
        .containsExactly(
            Filter.of(Column.PURCHASE_ORDER_NUMBER, Set.of("PO")),
            Filter.of(Column.REGION, Set.of("UK")));
  }

  @Test
  void region_isRequiredWhenTheSwitchIsOn() {
    GetOrderReportsByPurchaseOrderNumber strict =
        new GetOrderReportsByPurchaseOrderNumber(Period.ofYears(2), true);
    assertThat(messages(refused(strict, request("PO"))))
        .containsExactly("The required parameter region is missing.");
    assertThat(messages(refused(strict, request("PO", "region=XX"))))
        .containsExactly("The parameter region contains an unknown value.");
    assertThat(accepted(strict, request("PO", "region=US"))).isNotNull();
    assertThat(accepted(strict, request("PO", "nextPageToken=" + token("PO", "region=US"))))
        .isNotNull();
  }

  @Test
  void faults_areReportedAllAtOnce() {
    assertThat(messages(refused(operation, request(" ", "region=EU", "nextPageToken=x"))))
        .hasSize(3);
  }

  @Test
  void lookBack_isMeasuredFromPageOne() {
    OperationRequest later =
        Requests.request(
            NOW.plus(Duration.ofHours(23)), path("PO"), "nextPageToken=" + token("PO"));
    Scan scan = accepted(operation, later).scan();
    assertThat(scan.to()).isEqualTo(NOW);
    assertThat(scan.from()).isEqualTo(Instant.parse("2023-06-01T12:00:00Z"));
    assertThat(scan.after()).isEqualTo(LAST);
  }

  @Test
  void lookBack_isCutToMillisecondsLikeTheToken() {
    OperationRequest request =
        Requests.request(Instant.parse("2025-06-01T12:00:00.123456789Z"), path("PO"));
    assertThat(accepted(operation, request).scan().to())
        .isEqualTo(Instant.parse("2025-06-01T12:00:00.123Z"));
  }

  @Test
  void token_keepsTheRegionOfPageOne() {
    String token = token("PO", "region=UK");
    assertThat(accepted(operation, request("PO", "nextPageToken=" + token)).scan().filters())
        .contains(Filter.of(Column.REGION, Set.of("UK")));
  }

  @Test
  void token_withAnotherRegionIsRefused() {
    List<Fault> faults =
        refused(operation, request("PO", "region=US", "pageToken=" + token("PO", "region=UK")));
    assertThat(faults)
        .extracting(Fault::reason)
        .containsExactly("parameters changed while paging: region was UK, is US");
  }

  @Test
  void token_ofAnotherPurchaseOrderIsRefused() {
    List<Fault> faults = refused(operation, request("PO2", "pageToken=" + token("PO")));
    assertThat(faults)
        .extracting(Fault::reason)
        .containsExactly("parameters changed while paging: purchaseOrderNumber was PO, is PO2");
  }

  @Test
  void token_ofTheOtherOperationIsRefused() {
    PageToken token = new PageToken("", NOW, LAST);
    String text = Requests.TOKENS.seal(token, "getOrderReports", Requests.CALLER, NOW);
    assertThat(refused(operation, request("PO", "nextPageToken=" + text)))
        .extracting(Fault::reason)
        .containsExactly("page token of operation getOrderReports");
  }

  private static OperationRequest request(String number, String... pairs) {
    return Requests.request(NOW, path(number), pairs);
  }

  private static Map<String, String> path(String number) {
    return Map.of("purchaseOrderNumber", number);
  }

  private String token(String number, String... pairs) {
    ListingQuery query = accepted(operation, request(number, pairs));
    PageToken token = new PageToken(query.conditions().text(), query.scan().to(), LAST);
    return Requests.TOKENS.seal(token, operation.spec().operationId(), Requests.CALLER, NOW);
  }
}
