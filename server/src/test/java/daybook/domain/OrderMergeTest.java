package daybook.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OrderMergeTest {

  private static final Instant DATE = Instant.parse("2026-03-02T09:14:05Z");

  @Test
  void newerView_winsWhereItSpeaks() {
    BusinessOrder merged =
        OrderMerge.merge(
            order(OrderStatus.PENDING, "PO-1", null), order(OrderStatus.CLOSED, "PO-2", null));

    assertThat(merged.status()).isEqualTo(OrderStatus.CLOSED);
    assertThat(merged.purchaseOrderNumber()).isEqualTo("PO-2");
  }

  @Test
  void olderView_fillsWhatTheNewerOneDoesNotShow() {
    BusinessOrder detailed = order(OrderStatus.PENDING, "PO-1", List.of(line()));
    BusinessOrder narrow = order(OrderStatus.CLOSED, null, null);

    BusinessOrder merged = OrderMerge.merge(detailed, narrow);

    assertThat(merged.status()).isEqualTo(OrderStatus.CLOSED);
    assertThat(merged.purchaseOrderNumber()).isEqualTo("PO-1");
    assertThat(merged.lineItems()).containsExactly(line());
  }

  @Test
  void emptyList_doesNotEraseAFullOne() {
    BusinessOrder merged =
        OrderMerge.merge(
            order(OrderStatus.CLOSED, null, List.of(line())),
            order(OrderStatus.CLOSED, null, List.of()));

    assertThat(merged.lineItems()).hasSize(1);
  }

  @Test
  void emptyList_isMoreThanNothingKnown() {
    BusinessOrder merged =
        OrderMerge.merge(
            order(OrderStatus.CLOSED, null, List.of()), order(OrderStatus.CLOSED, null, null));

    assertThat(merged.lineItems()).isNotNull().isEmpty();
  }

  @Test
  void equalSums_keepTheFinerScaleWhicheverCameFirst() {
    BusinessOrder fine = withNetTotal(Money.of("USD", "35.00"));
    BusinessOrder coarse = withNetTotal(Money.of("USD", "35.0"));

    assertThat(OrderMerge.merge(fine, coarse).amounts().netTotal())
        .isEqualTo(Money.of("USD", "35.00"));
    assertThat(OrderMerge.merge(coarse, fine).amounts().netTotal())
        .isEqualTo(Money.of("USD", "35.00"));
  }

  @Test
  void differentSums_areTheNewerOnesAtTheFinestScaleShown() {
    BusinessOrder merged =
        OrderMerge.merge(
            withNetTotal(Money.of("USD", "35.00")), withNetTotal(Money.of("USD", "30.0")));

    assertThat(merged.amounts().netTotal()).isEqualTo(Money.of("USD", "30.00"));
  }

  @Test
  void sumThatWentBack_isTheSameWhicheverViewsAreReadAgain() {
    BusinessOrder first = withNetTotal(Money.of("USD", "35.00"));
    BusinessOrder between = withNetTotal(Money.of("USD", "30"));
    BusinessOrder last = withNetTotal(Money.of("USD", "35.0"));

    BusinessOrder merged = OrderMerge.merge(OrderMerge.merge(first, between), last);

    assertThat(merged.amounts().netTotal()).isEqualTo(Money.of("USD", "35.00"));
    assertThat(OrderMerge.merge(first, merged)).isEqualTo(merged);
    assertThat(OrderMerge.merge(between, merged)).isEqualTo(merged);
  }

  @Test
  void approverOfAnotherName_doesNotInheritAnEmail() {
    BusinessOrder merged =
        OrderMerge.merge(
            approvedBy(new Customer(null, "Ann", "ann@acme.example")),
            approvedBy(new Customer(null, "Bob", null)));

    assertThat(merged.lastApprover()).isEqualTo(new Customer(null, "Bob", null));
  }

  @Test
  void approverOfTheSameName_keepsAnEmailShownBefore() {
    BusinessOrder merged =
        OrderMerge.merge(
            approvedBy(new Customer(null, "Ann", "ann@acme.example")),
            approvedBy(new Customer(null, "Ann", null)));

    assertThat(merged.lastApprover()).isEqualTo(new Customer(null, "Ann", "ann@acme.example"));
  }

  @Test
  void emptyEmail_doesNotEraseAFullOne() {
    BusinessOrder merged =
        OrderMerge.merge(
            approvedBy(new Customer(null, "Ann", "ann@acme.example")),
            approvedBy(new Customer(null, "Ann", "")));

    assertThat(merged.lastApprover()).isEqualTo(new Customer(null, "Ann", "ann@acme.example"));
  }

  @Test
  void merge_withItself_changesNothing() {
    BusinessOrder order = order(OrderStatus.CLOSED, "PO-1", List.of(line()));

    assertThat(OrderMerge.merge(order, order)).isEqualTo(order);
  }

  @Test
  void merge_ofTwoOrders_isRefused() {
    BusinessOrder one = order(OrderStatus.CLOSED, null, null);
    BusinessOrder other =
        new BusinessOrder(
            "113-0000000-0000002",
            DATE,
            null,
            null,
            OrderStatus.CLOSED,
            null,
            Amounts.UNKNOWN,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null);

    assertThatIllegalArgumentException().isThrownBy(() -> OrderMerge.merge(one, other));
  }

  @Test
  void approverWithoutName_takesTheNameShownBefore() {
    for (String none : new String[] {null, ""}) {
      BusinessOrder merged =
          OrderMerge.merge(
              approvedBy(new Customer("7", "Ann", "ann@acme.example")),
              approvedBy(new Customer(null, none, "a@acme.example")));

      assertThat(merged.lastApprover()).isEqualTo(new Customer("7", "Ann", "a@acme.example"));
    }
  }

  @Test
  void approverOfNoNameAtAll_isNotKeptOnceSomebodyIsNamed() {
    BusinessOrder nameless = approvedBy(new Customer("7", "", null));
    BusinessOrder named = OrderMerge.merge(nameless, approvedBy(new Customer(null, "Ann", null)));
    BusinessOrder later =
        OrderMerge.merge(named, approvedBy(new Customer(null, "", "a@b.example")));

    assertThat(later.lastApprover()).isEqualTo(new Customer(null, "Ann", "a@b.example"));
    assertThat(OrderMerge.merge(nameless, later)).isEqualTo(later);
  }

  @Test
  void approverWhoCameBack_isCompletedByTheNextMergeAndNoFurther() {
    BusinessOrder first = approvedBy(new Customer("7", "Ann", "ann@acme.example"));
    BusinessOrder between = approvedBy(new Customer("8", "Bob", null));
    BusinessOrder last = approvedBy(new Customer(null, "Ann", null));
    BusinessOrder merged = OrderMerge.merge(OrderMerge.merge(first, between), last);

    BusinessOrder again = OrderMerge.merge(first, merged);

    assertThat(merged.lastApprover()).isEqualTo(new Customer(null, "Ann", null));
    assertThat(again.lastApprover()).isEqualTo(new Customer("7", "Ann", "ann@acme.example"));
    assertThat(OrderMerge.merge(first, again)).isEqualTo(again);
    assertThat(OrderMerge.merge(between, again)).isEqualTo(again);
  }

  private static BusinessOrder order(
      OrderStatus status, @Nullable String purchaseOrder, @Nullable List<LineItem> lines) {
    return new BusinessOrder(
        "113-0000000-0000001",
        DATE,
        Region.US,
        purchaseOrder,
        status,
        1,
        Amounts.UNKNOWN,
        null,
        null,
        Map.of("costCenter", "4410"),
        null,
        null,
        lines,
        null,
        null);
  }

  private static BusinessOrder withNetTotal(Money netTotal) {
    return new BusinessOrder(
        "113-0000000-0000001",
        DATE,
        Region.US,
        null,
        OrderStatus.CLOSED,
        1,
        new Amounts(null, null, null, null, netTotal),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private static BusinessOrder approvedBy(Customer approver) {
    return new BusinessOrder(
        "113-0000000-0000001",
        DATE,
        Region.US,
        null,
        OrderStatus.CLOSED,
        1,
        Amounts.UNKNOWN,
        null,
        null,
        null,
        approver,
        null,
        null,
        null,
        null);
  }

  private static LineItem line() {
    return new LineItem(
        new Product("B000000001", "Paper", null, null, null, null, null, null),
        null,
        null,
        1,
        Amounts.UNKNOWN,
        null,
        TaxExemption.NONE,
        Discount.NONE,
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }
}
