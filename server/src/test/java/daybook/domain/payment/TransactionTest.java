package daybook.domain.payment;

import static daybook.domain.SampleOrders.usd;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TransactionTest {

  @ParameterizedTest
  @CsvSource({
    "CHARGE, CHARGE",
    "charge, CHARGE",
    "' Refund ', REFUND",
    "OverRefund, OVERREFUND",
    "OVER_REFUND, OVERREFUND",
    "over-refund, OVERREFUND",
    "Over refund, OVERREFUND"
  })
  void type_isReadInManySpellings(String text, TransactionType type) {
    assertThat(TransactionType.parse(text)).contains(type);
  }

  @ParameterizedTest
  @EnumSource(TransactionType.class)
  void type_isReadByItsName(TransactionType type) {
    assertThat(TransactionType.parse(type.name())).contains(type);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", "CHARGES", "CREDIT", "REFUND!"})
  void type_ofNoKnownName_isNothing(String text) {
    assertThat(TransactionType.parse(text)).isEmpty();
  }

  @Test
  void key_tellsTypesOfOneIdentifierApart() {
    assertThat(SampleTransactions.charge("T1").key()).isEqualTo("T1/CHARGE");
    assertThat(SampleTransactions.draft("T1").type(TransactionType.REFUND).build().key())
        .isEqualTo("T1/REFUND");
  }

  @Test
  void key_isOfOneTransactionOnly() {
    assertThat(SampleTransactions.charge("T1/REFUND").key())
        .isNotEqualTo(SampleTransactions.draft("T1").type(TransactionType.REFUND).build().key());
  }

  @Test
  void transaction_keepsItsListsWhenTheGivenOnesChange() {
    List<TransactionLineItem> lines = new ArrayList<>();
    List<String> associated = new ArrayList<>(List.of("T2"));
    Transaction transaction =
        SampleTransactions.draft("T1").lines(lines).associated(associated).build();
    lines.add(SampleTransactions.line("114-1", 1, usd("1.00")));
    associated.clear();
    assertThat(transaction.lineItems()).isEmpty();
    assertThat(transaction.associatedTransactionIds()).containsExactly("T2");
  }

  @Test
  void line_keepsTheOrderOfCustomFields() {
    Map<String, String> info = new LinkedHashMap<>();
    info.put("z", "1");
    info.put("a", "2");
    TransactionLineItem line = SampleTransactions.line("114-1", 1, usd("1.00"));
    TransactionLineItem copy =
        new TransactionLineItem(
            line.refundReason(),
            line.amounts(),
            line.unitPrice(),
            line.taxRate(),
            line.orderId(),
            line.orderLineItemId(),
            line.purchaseOrderNumber(),
            line.purchaseOrderLineItemId(),
            line.asin(),
            line.productTitle(),
            line.unspsc(),
            line.itemQuantity(),
            line.shipmentId(),
            line.shipmentDate(),
            line.merchantLegalName(),
            line.budgetId(),
            info);
    info.put("m", "3");
    assertThat(copy.businessOrderInfo().keySet()).containsExactly("z", "a");
  }
}
