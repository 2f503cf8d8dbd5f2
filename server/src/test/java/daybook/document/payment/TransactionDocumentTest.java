package daybook.document.payment;

import static daybook.domain.SampleOrders.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import daybook.domain.payment.RandomTransactions;
import daybook.domain.payment.SampleTransactions;
import daybook.domain.payment.Transaction;
import daybook.domain.payment.TransactionType;
import daybook.json.JsonProblem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TransactionDocumentTest {

  @Provide
  Arbitrary<Transaction> transactions() {
    return RandomTransactions.transactions();
  }

  @Property
  void decode_givesBackWhatWasEncoded(@ForAll("transactions") Transaction transaction) {
    assertThat(decoded(transaction)).isEqualTo(transaction);
  }

  @Property
  void encode_isCanonical(@ForAll("transactions") Transaction transaction) {
    assertThat(TransactionDocument.encode(decoded(transaction)))
        .isEqualTo(TransactionDocument.encode(transaction));
  }

  @Test
  void encode_keepsTheScaleOfMoney() {
    assertThat(decoded(SampleTransactions.draft("T1").amount(usd("-20.0")).build()).amount().text())
        .isEqualTo("-20.0");
  }

  @Test
  void encode_leavesOutWhatIsUnknown() {
    Transaction bare =
        new Transaction(
            "T1",
            TransactionType.OVERREFUND,
            Instant.parse("2025-03-04T05:06:07.008Z"),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null);
    assertThat(text(bare))
        .isEqualTo(
            "{\"transactionId\":\"T1\",\"type\":\"OVERREFUND\","
                + "\"feedDate\":\"2025-03-04T05:06:07.008Z\"}");
    assertThat(decoded(bare)).isEqualTo(bare);
  }

  @Test
  void encode_tellsAnEmptyListFromAnUnknownOne() {
    Transaction empty =
        SampleTransactions.draft("T1").lines(List.of()).associated(List.of()).build();
    assertThat(decoded(empty).lineItems()).isEmpty();
    assertThat(decoded(empty).associatedTransactionIds()).isEmpty();
    Transaction unknown = SampleTransactions.draft("T1").lines(null).associated(null).build();
    assertThat(decoded(unknown).lineItems()).isNull();
    assertThat(decoded(unknown).associatedTransactionIds()).isNull();
  }

  /** Documents are stored: if this fails, stored ones can't be read or compared any more. */
  @Test
  void encode_isTheGoldenDocument() throws IOException {
    Transaction transaction =
        SampleTransactions.draft("3Q9IwkUp5KALWzoHgABc")
            .type(TransactionType.REFUND)
            .associated(List.of("2pQhc4tpJbBydGkURsZl"))
            .build();
    try (InputStream golden = getClass().getResourceAsStream("/transactionDocument.json")) {
      assertThat(text(transaction))
          .isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8).strip());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"transactionId\":\"1\",\"type\":\"CHARGE\"}",
        "{\"transactionId\":\"1\",\"feedDate\":\"2025-03-04T05:06:07Z\"}",
        "{\"transactionId\":\"1\",\"type\":\"GIFT\",\"feedDate\":\"2025-03-04T05:06:07Z\"}",
        "{\"transactionId\":\"1\",\"type\":\"CHARGE\",\"feedDate\":\"yesterday\"}",
        "{\"transactionId\":\"1\",\"type\":\"CHARGE\",\"feedDate\":\"2025-03-04T05:06:07Z\","
            + "\"amount\":{\"currencyCode\":\"XXZ\",\"amount\":\"1\"}}",
        "{\"transactionId\":\"1\",\"type\":\"CHARGE\",\"feedDate\":\"2025-03-04T05:06:07Z\","
            + "\"lineItems\":[{\"itemQuantity\":\"1\"}]}"
      })
  void decode_refusesWhatIsNoDocument(String text) {
    assertThatThrownBy(() -> TransactionDocument.decode(text.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(JsonProblem.class);
  }

  private static Transaction decoded(Transaction transaction) {
    return TransactionDocument.decode(TransactionDocument.encode(transaction));
  }

  private static String text(Transaction transaction) {
    return new String(TransactionDocument.encode(transaction), StandardCharsets.UTF_8);
  }
}
