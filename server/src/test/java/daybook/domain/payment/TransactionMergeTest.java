package daybook.domain.payment;

import static daybook.domain.SampleOrders.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import daybook.domain.Customer;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class TransactionMergeTest {

  /** Views of one and the same charge. */
  @Provide
  Arbitrary<Transaction> views() {
    return RandomTransactions.transactions(Arbitraries.just("T1"))
        .filter(transaction -> transaction.type() == TransactionType.CHARGE);
  }

  @Property(tries = 300)
  void merge_doesNotDependOnWhichViewsWereMergedBefore(
      @ForAll("views") Transaction first,
      @ForAll("views") Transaction second,
      @ForAll("views") Transaction third) {
    assertThat(TransactionMerge.merge(TransactionMerge.merge(first, second), third))
        .isEqualTo(TransactionMerge.merge(first, TransactionMerge.merge(second, third)));
  }

  @Property(tries = 300)
  void merge_ofAViewWithItself_changesNothing(@ForAll("views") Transaction view) {
    assertThat(TransactionMerge.merge(view, view)).isEqualTo(view);
  }

  @Property(tries = 300)
  void merge_forgetsNothing(
      @ForAll("views") Transaction older, @ForAll("views") Transaction newer) {
    Transaction merged = TransactionMerge.merge(older, newer);
    assertThat(merged.feedDate()).isEqualTo(newer.feedDate());
    assertThat(merged.amount() == null).isEqualTo(older.amount() == null && newer.amount() == null);
    assertThat(merged.payer() == null).isEqualTo(older.payer() == null && newer.payer() == null);
    assertThat(merged.lineItems() == null)
        .isEqualTo(older.lineItems() == null && newer.lineItems() == null);
  }

  @Test
  void newerView_winsWhereItSpeaks() {
    Transaction older = SampleTransactions.draft("T1").associated(List.of("T2")).build();
    Transaction newer =
        SampleTransactions.draft("T1").amount(usd("34.00")).associated(List.of("T3")).build();
    assertThat(TransactionMerge.merge(older, newer)).isEqualTo(newer);
  }

  @Test
  void olderView_fillsWhatTheNewerOneDoesNotShow() {
    Transaction older = SampleTransactions.charge("T1");
    Transaction newer =
        SampleTransactions.draft("T1")
            .amount(null)
            .buyer(null)
            .associated(null)
            .lines(null)
            .build();
    assertThat(TransactionMerge.merge(older, newer)).isEqualTo(older);
  }

  @Test
  void emptyList_doesNotEraseAFullOne() {
    Transaction older = SampleTransactions.draft("T1").associated(List.of("T2")).build();
    Transaction newer = SampleTransactions.draft("T1").lines(List.of()).build();
    assertThat(TransactionMerge.merge(older, newer)).isEqualTo(older);
  }

  @Test
  void emptyList_isMoreThanNothingKnown() {
    Transaction older = SampleTransactions.draft("T1").lines(List.of()).build();
    Transaction newer = SampleTransactions.draft("T1").lines(null).build();
    assertThat(TransactionMerge.merge(older, newer).lineItems()).isNotNull().isEmpty();
  }

  @Test
  void amount_keepsTheTextOfTheNewerView() {
    Transaction fine = SampleTransactions.draft("T1").amount(usd("20.00")).build();
    Transaction coarse = SampleTransactions.draft("T1").amount(usd("20.0")).build();
    assertThat(TransactionMerge.merge(fine, coarse).amount()).isEqualTo(usd("20.0"));
    assertThat(TransactionMerge.merge(coarse, fine).amount()).isEqualTo(usd("20.00"));
  }

  @Test
  void people_areNotMixed() {
    Customer other = new Customer("amzn1.account.C", null, null);
    Transaction newer = SampleTransactions.draft("T1").buyer(other).build();
    assertThat(TransactionMerge.merge(SampleTransactions.charge("T1"), newer).buyer())
        .isEqualTo(other);
  }

  @Test
  void differentTransactions_areNotMerged() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                TransactionMerge.merge(
                    SampleTransactions.charge("T1"), SampleTransactions.charge("T2")));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                TransactionMerge.merge(
                    SampleTransactions.charge("T1"),
                    SampleTransactions.draft("T1").type(TransactionType.REFUND).build()));
  }
}
