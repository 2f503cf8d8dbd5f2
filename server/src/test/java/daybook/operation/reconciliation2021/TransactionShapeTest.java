package daybook.operation.reconciliation2021;

import static daybook.domain.SampleOrders.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import daybook.domain.payment.RandomTransactions;
import daybook.domain.payment.SampleTransactions;
import daybook.domain.payment.Transaction;
import daybook.domain.payment.TransactionLineItem;
import daybook.domain.payment.TransactionType;
import daybook.json.Json;
import daybook.json.JsonForTests;
import daybook.json.JsonProblem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TransactionShapeTest {

  private static final String PUBLISHED =
      JsonForTests.resource("/published/getTransactions-1.json")
          .get("transactions")
          .get(1)
          .toString();

  private static final JsonNode SANDBOX =
      JsonForTests.resource("/sandbox/getTransactions.json").get("transactions").get(0);

  private final TransactionShape shape = new TransactionShape();

  @Provide
  Arbitrary<Transaction> transactions() {
    return RandomTransactions.transactions();
  }

  @Property
  void read_keepsWhatTheShapeShows(@ForAll("transactions") Transaction transaction) {
    assertThat(shape.read(Json.readObject(shape.write(transaction)))).isEqualTo(shown(transaction));
  }

  @Property
  void write_isTheSameAfterReading(@ForAll("transactions") Transaction transaction) {
    byte[] written = shape.write(transaction);
    assertThat(shape.write(shape.read(Json.readObject(written)))).isEqualTo(written);
  }

  /** Amazon's own tutorial, byte for byte but for the blanks between its tokens. */
  @ParameterizedTest
  @ValueSource(strings = {"getTransactions-1.json", "getTransactions-2.json"})
  void write_isThePublishedAnswer(String name) throws IOException {
    List<String> records = new ArrayList<>();
    JsonForTests.resource("/published/" + name)
        .get("transactions")
        .forEach(record -> records.add(rewritten(record.toString())));
    assertThat("{\"transactions\":[" + String.join(",", records) + "],\"nextPageToken\":null}")
        .isEqualTo(withoutBlanks(published(name)));
  }

  @Test
  void write_isTheSandboxBodyWithNullForWhatItLeavesOut() {
    JsonNode written =
        JsonForTests.tree(rewritten(SANDBOX.toString()).getBytes(StandardCharsets.UTF_8));
    SANDBOX
        .properties()
        .forEach(
            member -> {
              if (!member.getKey().equals("transactionLineItems")) {
                assertThat(written.get(member.getKey())).isEqualTo(member.getValue());
              }
            });
    assertThat(written.get("paymentInstrumentLast4Digits").isNull()).isTrue();
    JsonNode line = written.get("transactionLineItems").get(0);
    SANDBOX
        .get("transactionLineItems")
        .get(0)
        .properties()
        .forEach(member -> assertThat(line.get(member.getKey())).isEqualTo(member.getValue()));
    for (String name : List.of("refundReason", "unitPrice", "giftWrappingCharge", "budgetId")) {
      assertThat(line.get(name).isNull()).as(name).isTrue();
    }
  }

  @Test
  void write_keepsTheOrderOfTheSandboxMembers() {
    assertThat(written(shape.read(JsonForTests.object(SANDBOX.toString()))).fieldNames())
        .toIterable()
        .containsSubsequence(names(SANDBOX))
        .containsSubsequence("legalEntityName", "purchasingCustomerGroupName", "invoiceNumber");
  }

  @ParameterizedTest
  @ValueSource(strings = {"chargeIdentifier", "invoiceNumber"})
  void youngMembers_areWrittenOnlyWhenSet(String name) {
    assertThat(written(SampleTransactions.charge("T1")).has(name)).isFalse();
    String record = PUBLISHED.replace("\"shipTaxRate\"", "\"" + name + "\":\"X\",\"shipTaxRate\"");
    assertThat(written(read(record)).get(name).textValue()).isEqualTo("X");
  }

  @Test
  void unknownMembers_areNull() {
    JsonNode record =
        written(
            read(
                "{\"transactionId\":\"T1\",\"transactionType\":\"CHARGE\","
                    + "\"feedDate\":\"2024-01-02\"}"));
    assertThat(record.toString())
        .isEqualTo(
            "{\"marketplaceId\":null,\"transactionDate\":null,\"feedDate\":\"2024-01-02T00:00:00Z\","
                + "\"transactionType\":\"CHARGE\",\"transactionId\":\"T1\",\"shipTaxRate\":null,"
                + "\"giftWrapTaxRate\":null,\"legalEntityName\":null,"
                + "\"purchasingCustomerGroupName\":null,\"amount\":null,"
                + "\"paymentInstrumentType\":null,\"paymentInstrumentLast4Digits\":null,"
                + "\"buyer\":null,\"payer\":null,\"associatedTransactionDetails\":[],"
                + "\"transactionLineItems\":[]}");
  }

  @Test
  void unknownMembersOfALine_areNullButForThePurchaseOrder() {
    JsonNode line =
        written(
                read(
                    PUBLISHED.replaceFirst("\"transactionLineItems\":.*", "")
                        + "\"transactionLineItems\":[{}]}"))
            .get("transactionLineItems")
            .get(0);
    assertThat(line.fieldNames()).toIterable().hasSize(23).contains("budgetId", "refundReason");
    line.properties()
        .forEach(
            member -> {
              boolean isPurchaseOrder = member.getKey().equals("purchaseOrderNumber");
              assertThat(member.getValue().toString())
                  .as(member.getKey())
                  .isEqualTo(isPurchaseOrder ? "\"\"" : "null");
            });
  }

  @ParameterizedTest
  @CsvSource({
    "2024-01-17T17:49:40.115Z, 2024-01-17T17:49:40.115Z",
    "2023-02-15T01:12:46Z, 2023-02-15T01:12:46Z",
    "2023-02-15T01:12:46.000Z, 2023-02-15T01:12:46Z",
    "2023-02-15T01:12:46.500+01:00, 2023-02-15T00:12:46.500Z",
    "2023-02-15 01:12:46, 2023-02-15T01:12:46Z"
  })
  void instants_haveMillisecondsOnlyWhereThereAreAny(String text, String written) {
    String record = PUBLISHED.replace("2023-02-15T01:43:22.562Z", text);
    assertThat(written(read(record)).get("feedDate").textValue()).isEqualTo(written);
  }

  @ParameterizedTest
  @ValueSource(strings = {"31.38", "31.4", "31", "0.0", "-7.42", "12.345678"})
  void amounts_keepTheirText(String amount) {
    String record = PUBLISHED.replace("\"28.99\"", "\"" + amount + "\"");
    JsonNode line = written(read(record)).get("transactionLineItems").get(0);
    assertThat(line.get("principalAmount").get("amount").textValue()).isEqualTo(amount);
    assertThat(line.get("unitPrice").get("amount").textValue()).isEqualTo(amount);
  }

  @ParameterizedTest
  @EnumSource(TransactionType.class)
  void type_isWrittenAsDocumented(TransactionType type) {
    String record =
        PUBLISHED.replace("\"CHARGE\"", "\"" + type.name().toLowerCase(Locale.ROOT) + "\"");
    assertThat(written(read(record)).get("transactionType").textValue()).isEqualTo(type.name());
  }

  @Test
  void numbersWithoutQuotes_areReadAsTheirText() {
    String record =
        PUBLISHED
            .replace("\"0.0825\"", "0.0825")
            .replace("\"73523523601641\"", "73523523601641")
            .replace("\"60141000\"", "60141000")
            .replace("\"28.99\"", "28.99");
    assertThat(read(record)).isEqualTo(read(PUBLISHED));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"2pQhc4tpJbBydGkURsZl\" | null | transactionId: is missing",
        "\"2pQhc4tpJbBydGkURsZl\" | \"\" | transactionId: is empty",
        "\"CHARGE\" | null | transactionType: is missing",
        "\"CHARGE\" | \"GIFT\" | transactionType: unknown type 'GIFT'",
        "\"2023-02-15T01:43:22.562Z\" | null | feedDate: is missing",
        "\"2023-02-15T01:43:22.562Z\" | \"soon\" | feedDate: no date: 'soon'",
        "\"2023-02-15T01:12:46Z\" | \"then\" | transactionDate: no date: 'then'",
        "\"0.0825\" | true | shipTaxRate: expected a string, found true",
        "\"31.38\" | \"much\" | amount.amount: expected a number, found 'much'",
        "\"31.38\" | null | amount.amount: is missing",
        "\"-7.42\" | \"x\" |"
            + " transactionLineItems[0].discount.amount: expected a number, found 'x'",
        "\"itemQuantity\":1 | \"itemQuantity\":1.5 |"
            + " transactionLineItems[0].itemQuantity: expected a whole number, found 1.5",
        "\"2023-02-14T23:50:19Z\" | \"late\" |"
            + " transactionLineItems[0].shipmentDate: no date: 'late'",
        "\"associatedTransactionDetails\":[] | \"associatedTransactionDetails\":[{}] |"
            + " associatedTransactionDetails[0].associatedTransactionId: is missing",
        "\"associatedTransactionDetails\":[] | \"associatedTransactionDetails\":[\"x\"] |"
            + " associatedTransactionDetails[0]: expected an object, found \"x\"",
      })
  void read_namesFieldAndReason(String good, String bad, String message) {
    assertThat(PUBLISHED).contains(good);
    assertThatThrownBy(() -> read(PUBLISHED.replace(good, bad)))
        .isInstanceOf(JsonProblem.class)
        .hasMessage(message);
  }

  @Test
  void read_tellsNoneFromUnknown() {
    assertThat(read(PUBLISHED).associatedTransactionIds()).isEmpty();
    assertThat(
            read(PUBLISHED.replace("\"associatedTransactionDetails\":[],", ""))
                .associatedTransactionIds())
        .isNull();
    assertThat(read(PUBLISHED).lineItems().get(0).purchaseOrderLineItemId()).isNull();
  }

  @Test
  void associatedTransactions_areWrittenOneByOne() {
    JsonNode details =
        written(SampleTransactions.draft("T1").associated(List.of("T2", "T3")).build())
            .get("associatedTransactionDetails");
    assertThat(details.toString())
        .isEqualTo("[{\"associatedTransactionId\":\"T2\"},{\"associatedTransactionId\":\"T3\"}]");
  }

  @Test
  void customFields_keepTheirFreeNames() {
    JsonNode line = written(read(SANDBOX.toString())).get("transactionLineItems").get(0);
    assertThat(line.get("businessOrderInfo").toString())
        .isEqualTo(
            "{\"GL code\":\"535-office\",\"COVID-19 Related?\":\"No\",\"Cost center\":\"\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"feedDate\":null}",
        "{\"transactionType\":1}",
        "{\"transactionLineItems\":[]}",
        "{\"associatedTransactionDetails\":[]}"
      })
  void recognises_ownRecords(String record) {
    assertThat(shape.recognises(JsonForTests.object(record))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"errors\":[]}",
        "{\"orderMetadata\":{},\"charges\":[]}",
        "{\"orderNetTotal\":null,\"lineItems\":[]}",
        "{\"transactionId\":\"T1\",\"transactionDate\":\"2024-01-01\",\"amount\":{}}"
      })
  void recognises_noRecordOfOthers(String record) {
    assertThat(shape.recognises(JsonForTests.object(record))).isFalse();
  }

  @Test
  void shape_tellsIdAndInstant() {
    Transaction transaction = SampleTransactions.charge("T1");
    assertThat(shape.id(transaction)).isEqualTo("T1/CHARGE");
    assertThat(shape.instant(transaction)).isEqualTo(SampleTransactions.FED);
    assertThat(shape.name()).isEqualTo("transactions-2021");
    assertThat(shape.envelope()).isEqualTo("transactions");
  }

  @Test
  void view_isSortedByFeedDateAndShowsTheShape() {
    TransactionView view = new TransactionView();
    Transaction refund =
        SampleTransactions.draft("T1")
            .type(TransactionType.REFUND)
            .amount(usd("-35.00"))
            .fedAt(Instant.parse("2025-01-01T00:00:00Z"))
            .build();
    assertThat(view.sortInstant(refund)).isEqualTo("2025-01-01T00:00:00Z");
    assertThat(view.render(refund)).isEqualTo(shape.write(refund));
    assertThat(view.id()).isEqualTo(TransactionView.ID);
  }

  private Transaction read(String record) {
    return shape.read(JsonForTests.object(record));
  }

  private String rewritten(String record) {
    return new String(shape.write(read(record)), StandardCharsets.UTF_8);
  }

  private JsonNode written(Transaction transaction) {
    return JsonForTests.tree(shape.write(transaction));
  }

  private static String[] names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names.toArray(String[]::new);
  }

  private static String published(String name) throws IOException {
    try (InputStream in = TransactionShapeTest.class.getResourceAsStream("/published/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String withoutBlanks(String json) {
    StringBuilder text = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      quoted ^= c == '"';
      if (quoted || !Character.isWhitespace(c)) {
        text.append(c);
      }
    }
    return text.toString();
  }

  /** What is left of a transaction after it went through this shape. */
  private static Transaction shown(Transaction all) {
    List<TransactionLineItem> lines = all.lineItems() == null ? List.of() : all.lineItems();
    return new Transaction(
        all.transactionId(),
        all.type(),
        all.feedDate(),
        all.transactionDate(),
        all.marketplaceId(),
        all.chargeIdentifier(),
        all.invoiceNumber(),
        all.shipTaxRate(),
        all.giftWrapTaxRate(),
        all.legalEntityName(),
        all.purchasingCustomerGroupName(),
        all.amount(),
        all.paymentInstrumentType(),
        all.paymentInstrumentLast4Digits(),
        all.buyer(),
        all.payer(),
        all.associatedTransactionIds() == null ? List.of() : all.associatedTransactionIds(),
        lines.stream().map(TransactionShapeTest::shown).toList());
  }

  private static TransactionLineItem shown(TransactionLineItem line) {
    return new TransactionLineItem(
        line.refundReason(),
        line.amounts(),
        line.unitPrice(),
        line.taxRate(),
        line.orderId(),
        line.orderLineItemId(),
        line.purchaseOrderNumber() == null ? "" : line.purchaseOrderNumber(),
        line.purchaseOrderLineItemId(),
        line.asin(),
        line.productTitle(),
        line.unspsc(),
        line.itemQuantity(),
        line.shipmentId(),
        line.shipmentDate(),
        line.merchantLegalName(),
        line.budgetId(),
        line.businessOrderInfo());
  }
}
