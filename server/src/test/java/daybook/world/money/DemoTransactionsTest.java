package daybook.world.money;

import static daybook.world.money.DemoMoney.ALL;
import static daybook.world.money.DemoMoney.END;
import static daybook.world.money.DemoMoney.ORDERS;
import static daybook.world.money.DemoMoney.WORLD;
import static daybook.world.money.DemoMoney.byId;
import static daybook.world.money.DemoMoney.order;
import static daybook.world.money.DemoMoney.sum;
import static daybook.world.money.DemoMoney.transactions;
import static daybook.world.money.DemoMoney.value;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import daybook.document.payment.TransactionDocument;
import daybook.domain.AsOf;
import daybook.domain.BusinessOrder;
import daybook.domain.Charge;
import daybook.domain.LineItem;
import daybook.domain.OrderStatus;
import daybook.domain.Shipment;
import daybook.domain.payment.LineAmounts;
import daybook.domain.payment.Transaction;
import daybook.domain.payment.TransactionLineItem;
import daybook.domain.payment.TransactionType;
import daybook.ingest.Observed;
import daybook.world.DemoAccount;
import daybook.world.DemoWorld;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Holds what buyers paid against what they ordered. */
final class DemoTransactionsTest {

  // Update it only when the world was meant to change.
  private static final String GOLDEN =
      "e77e236e7a423eea034d17ab84587116df1dac7f863b6b8bfe66542fd79f7ef9";

  @Test
  void everyKind_isThere() {
    long charges = DemoMoney.of(TransactionType.CHARGE).count();
    assertThat(charges).isGreaterThan(4_500);
    assertThat(DemoMoney.of(TransactionType.REFUND).count())
        .isBetween(charges * 2 / 100, charges * 6 / 100);
    assertThat(DemoMoney.of(TransactionType.OVERREFUND).count()).isBetween(4L, 60L);
  }

  @Test
  void lines_addUpToTheirTotals() {
    for (Transaction transaction : ALL) {
      for (TransactionLineItem line : transaction.lineItems()) {
        LineAmounts amounts = line.amounts();
        BigDecimal parts =
            value(amounts.principal())
                .add(value(amounts.shippingCharge()))
                .add(value(amounts.giftWrappingCharge()))
                .add(value(amounts.regulatoryFee()))
                .add(value(amounts.tax()))
                .add(value(amounts.discount()));
        assertThat(value(amounts.total())).isEqualByComparingTo(parts);
      }
    }
  }

  @Test
  void transactions_areTheSumOfTheirLines() {
    assertThat(ALL)
        .allSatisfy(
            transaction -> {
              assertThat(transaction.lineItems()).isNotEmpty();
              assertThat(value(transaction.amount()))
                  .isEqualByComparingTo(sum(transaction.lineItems(), LineAmounts::total));
            });
  }

  @Test
  void charges_arePositiveAndAllOthersNegative() {
    assertThat(ALL)
        .allSatisfy(
            transaction ->
                assertThat(transaction.amount().amount().signum())
                    .isEqualTo(transaction.type() == TransactionType.CHARGE ? 1 : -1));
  }

  @Test
  void charges_areThoseOfTheOrder() {
    Map<String, Charge> shown = new HashMap<>();
    ORDERS.values().stream()
        .flatMap(order -> order.charges().stream())
        .forEach(charge -> shown.put(charge.transactionId(), charge));
    int compared = 0;
    for (Transaction transaction : DemoMoney.of(TransactionType.CHARGE).toList()) {
      Charge charge = shown.remove(transaction.transactionId());
      if (charge == null) {
        assertThat(order(transaction).status()).isEqualTo(OrderStatus.CANCELLED);
        continue;
      }
      compared++;
      assertThat(transaction.amount()).isEqualTo(charge.amount());
      assertThat(transaction.transactionDate()).isEqualTo(charge.transactionDate());
      assertThat(transaction.paymentInstrumentLast4Digits())
          .isEqualTo(charge.paymentInstrumentLast4Digits());
    }
    assertThat(compared).isGreaterThan(4_500);
    assertThat(shown.values())
        .as("charges that no transaction tells of yet")
        .allMatch(charge -> charge.transactionDate().isAfter(END.minus(Duration.ofMinutes(35))));
  }

  @Test
  void lines_agreeWithTheLineItemsOfTheOrder() {
    Map<String, List<TransactionLineItem>> paid =
        DemoMoney.of(TransactionType.CHARGE)
            .flatMap(transaction -> transaction.lineItems().stream())
            .collect(groupingBy(line -> line.orderId() + line.asin()));
    Set<String> fed = new HashSet<>();
    DemoMoney.of(TransactionType.CHARGE)
        .forEach(transaction -> fed.add(transaction.transactionId()));
    int compared = 0;
    for (BusinessOrder order : ORDERS.values()) {
      boolean isPaid =
          // What is free is not charged.
          order.status() == OrderStatus.CLOSED
              && !order.charges().isEmpty()
              && order.charges().stream().allMatch(charge -> fed.contains(charge.transactionId()));
      if (isPaid) {
        compared++;
        for (LineItem item : order.lineItems()) {
          assertAgrees(item, paid.get(order.orderId() + item.product().asin()));
        }
      }
    }
    assertThat(compared).isGreaterThan(3_500);
  }

  private static void assertAgrees(LineItem item, List<TransactionLineItem> lines) {
    assertThat(sum(lines, LineAmounts::principal))
        .isEqualByComparingTo(value(item.amounts().subTotal()));
    assertThat(sum(lines, LineAmounts::shippingCharge))
        .isEqualByComparingTo(value(item.amounts().shippingAndHandling()));
    assertThat(sum(lines, LineAmounts::discount))
        .isEqualByComparingTo(value(item.amounts().promotion()));
    assertThat(sum(lines, LineAmounts::tax)).isEqualByComparingTo(value(item.amounts().tax()));
    assertThat(sum(lines, LineAmounts::total))
        .isEqualByComparingTo(value(item.amounts().netTotal()));
    for (TransactionLineItem line : lines) {
      assertThat(line.unitPrice()).isEqualTo(item.purchasedPricePerUnit());
      assertThat(line.purchaseOrderLineItemId()).isEqualTo(item.purchaseOrderLineItem());
      assertThat(line.productTitle()).isEqualTo(item.product().title());
      assertThat(line.unspsc()).isEqualTo(item.product().unspsc());
      assertThat(line.merchantLegalName()).isEqualTo(item.seller().name());
      assertThat(line.itemQuantity()).isBetween(1, item.quantity());
    }
  }

  @Test
  void parcels_areThoseOfTheOrder() {
    int compared = 0;
    for (Transaction transaction : DemoMoney.of(TransactionType.CHARGE).toList()) {
      BusinessOrder order = order(transaction);
      if (order.isDigital() || order.status() == OrderStatus.CANCELLED) {
        continue;
      }
      compared++;
      Instant shipped = transaction.lineItems().get(0).shipmentDate();
      Shipment shipment =
          order.shipments().stream()
              .filter(parcel -> Objects.equals(parcel.shipmentDate(), shipped))
              .findFirst()
              .orElseThrow();
      if (transaction.associatedTransactionIds().isEmpty()) {
        assertThat(transaction.amount()).isEqualTo(shipment.amounts().netTotal());
        assertThat(
                transaction.lineItems().stream().mapToInt(TransactionLineItem::itemQuantity).sum())
            .isEqualTo(shipment.quantity());
      }
    }
    assertThat(compared).isGreaterThan(4_000);
  }

  @Test
  void splitPayments_nameEachOther() {
    Map<String, Transaction> byId = byId();
    List<Transaction> rewards =
        DemoMoney.of(TransactionType.CHARGE)
            .filter(charge -> "Reward Account".equals(charge.paymentInstrumentType()))
            .toList();
    assertThat(rewards).hasSizeBetween(50, 150);
    for (Transaction reward : rewards) {
      Transaction other = byId.get(reward.associatedTransactionIds().get(0));
      assertThat(other.associatedTransactionIds()).containsExactly(reward.transactionId());
      assertThat(other.transactionDate()).isEqualTo(reward.transactionDate());
      assertThat(reward.paymentInstrumentLast4Digits()).isNull();
      assertThat(other.lineItems()).hasSameSizeAs(reward.lineItems());
    }
  }

  @Test
  void refunds_nameTheirChargeAndGiveBackNoMoreThanItTook() {
    Map<String, Transaction> byId = byId();
    for (Transaction refund : DemoMoney.of(TransactionType.REFUND).toList()) {
      Transaction charge = byId.get(refund.associatedTransactionIds().get(0));
      assertThat(charge.type()).isEqualTo(TransactionType.CHARGE);
      assertThat(charge.paymentInstrumentType()).isEqualTo(refund.paymentInstrumentType());
      assertThat(refund.amount().negated().amount()).isLessThanOrEqualTo(charge.amount().amount());
      assertThat(refund.feedDate()).isAfter(charge.feedDate());
      assertThat(refund.transactionDate()).isAfter(charge.transactionDate());
      assertThat(refund.lineItems()).allMatch(line -> line.refundReason() != null);
      assertThat(refund.lineItems()).allMatch(line -> line.itemQuantity() > 0);
    }
  }

  @Test
  void splitRefunds_goBackBothWays() {
    List<Transaction> both =
        DemoMoney.of(TransactionType.REFUND)
            .filter(refund -> "Reward Account".equals(refund.paymentInstrumentType()))
            .toList();
    assertThat(both).isNotEmpty();
    Map<String, Transaction> byId = byId();
    for (Transaction refund : both) {
      Transaction other = byId.get(refund.associatedTransactionIds().get(1));
      assertThat(other.type()).isEqualTo(TransactionType.REFUND);
      assertThat(other.associatedTransactionIds()).contains(refund.transactionId());
    }
  }

  @Test
  void overrefunds_followARefund() {
    Map<String, Transaction> byId = byId();
    for (Transaction over : DemoMoney.of(TransactionType.OVERREFUND).toList()) {
      assertThat(over.associatedTransactionIds())
          .extracting(id -> byId.get(id).type())
          .containsExactly(TransactionType.CHARGE, TransactionType.REFUND);
      Transaction refund = byId.get(over.associatedTransactionIds().get(1));
      assertThat(over.feedDate()).isAfter(refund.feedDate());
      assertThat(over.lineItems()).hasSize(1);
    }
  }

  @Test
  void cancelledOrders_costNothingInTheEnd() {
    Map<String, List<Transaction>> cancelled =
        ALL.stream()
            .filter(transaction -> order(transaction).status() == OrderStatus.CANCELLED)
            .collect(groupingBy(transaction -> order(transaction).orderId()));
    for (List<Transaction> moved : cancelled.values()) {
      assertThat(moved.get(0).type()).isEqualTo(TransactionType.CHARGE);
      assertThat(moved.get(0).lineItems()).allMatch(line -> line.shipmentId() == null);
      BigDecimal left =
          moved.stream()
              .map(transaction -> transaction.amount().amount())
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      assertThat(left.signum()).isEqualTo(moved.size() > 1 ? 0 : 1);
    }
  }

  @Test
  void feedDate_isAboutHalfAnHourLaterAndNeverAfterTheEnd() {
    for (Transaction transaction : ALL) {
      assertThat(Duration.between(transaction.transactionDate(), transaction.feedDate()))
          .isBetween(Duration.ofMinutes(30), Duration.ofMinutes(35));
      assertThat(transaction.feedDate()).isBeforeOrEqualTo(END);
    }
    assertThat(DemoMoney.of(TransactionType.CHARGE))
        .allMatch(charge -> charge.transactionDate().toEpochMilli() % 1_000 == 0);
  }

  @Test
  void world_isTheSameEveryTime() throws Exception {
    assertThat(transactions(new DemoWorld(1, END, 5_000))).isEqualTo(ALL);
    assertThat(hash(transactions(new DemoWorld(7, END, 400)))).isEqualTo(GOLDEN);
  }

  @Test
  void otherSeed_isAnotherWorld() {
    assertThat(transactions(new DemoWorld(8, END, 400)))
        .isNotEqualTo(transactions(new DemoWorld(7, END, 400)));
  }

  @Test
  void transactions_areTrueSinceTheirFeedDate() {
    new DemoTransactions(WORLD)
        .transactions(WORLD.accounts().get(3))
        .forEachRemaining(
            seen -> assertThat(seen.asOf()).isEqualTo(new AsOf(seen.row().feedDate(), 0)));
  }

  @Test
  void emptyWorld_hasNone() {
    DemoWorld empty = new DemoWorld(1, END, 0);
    Iterator<Observed<Transaction>> none =
        new DemoTransactions(empty).transactions(empty.accounts().get(0));
    assertThat(none.hasNext()).isFalse();
    assertThatThrownBy(none::next).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void accountOfAnotherWorld_isRefused() {
    DemoAccount other = new DemoWorld(99, END, 10).accounts().get(0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DemoTransactions(WORLD).transactions(other));
  }

  private static String hash(List<Transaction> transactions) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    transactions.forEach(any -> bytes.writeBytes(TransactionDocument.encode(any)));
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray()));
  }
}
