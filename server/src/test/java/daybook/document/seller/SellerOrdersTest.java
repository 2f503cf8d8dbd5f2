package daybook.document.seller;

import static daybook.domain.seller.SampleSellerOrders.UPDATED;
import static org.assertj.core.api.Assertions.assertThat;

import daybook.domain.seller.SampleSellerOrders;
import daybook.domain.seller.SellerOrder;
import daybook.domain.seller.SellerOrderMerge;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A change that comes too late for listings by its own date is listed as one of later. */
final class SellerOrdersTest {

  private static final SellerOrder ORDER = SampleSellerOrders.full("114-0000000-0000001");
  private final SellerOrders kind = new SellerOrders();

  @Test
  void listedAfter_anOrderInTime_staysAsItIs() {
    assertThat(kind.listedAfter(ORDER, UPDATED.minusMillis(1))).isSameAs(ORDER);
    assertThat(kind.listedAfter(ORDER, Instant.EPOCH)).isSameAs(ORDER);
  }

  @Test
  void listedAfter_anOrderTooLate_isListedInTheNextSecond() {
    Instant settled = UPDATED.plusSeconds(90).minusMillis(1);
    SellerOrder listed = kind.listedAfter(ORDER, settled);
    assertThat(listed.listedUpdate()).isEqualTo(UPDATED.plusSeconds(90)).isAfter(settled);
    assertThat(listed.lastUpdateDate()).isEqualTo(UPDATED);
    assertThat(kind.listedAfter(ORDER, UPDATED).listedUpdate()).isEqualTo(UPDATED.plusSeconds(1));
  }

  @Test
  void document_keepsSinceWhenAnOrderIsListed() {
    SellerOrder listed = ORDER.listedFrom(UPDATED.plusSeconds(5));
    assertThat(kind.decode(kind.encode(listed))).isEqualTo(listed).isNotEqualTo(ORDER);
    assertThat(kind.decode(kind.encode(ORDER))).isEqualTo(ORDER);
  }

  @Test
  void merge_ofTheSameSourceAgain_changesNothing() {
    SellerOrder listed = ORDER.listedFrom(UPDATED.plusSeconds(5));
    assertThat(SellerOrderMerge.merge(listed, ORDER)).isEqualTo(listed);
    assertThat(SellerOrderMerge.merge(ORDER, listed)).isEqualTo(listed);
  }

  @Test
  void merge_goesByTheSourcesOwnDate_notByWhenItIsListed() {
    SellerOrder listed = ORDER.listedFrom(UPDATED.plus(Duration.ofDays(9)));
    SellerOrder later =
        SampleSellerOrders.draft(ORDER.amazonOrderId())
            .sellerOrderId("later")
            .updatedAt(UPDATED.plus(Duration.ofDays(1)))
            .build();
    SellerOrder merged = SellerOrderMerge.merge(listed, later);
    assertThat(merged.sellerOrderId()).isEqualTo("later");
    assertThat(merged.lastUpdateDate()).isEqualTo(UPDATED.plus(Duration.ofDays(1)));
    assertThat(merged.listedUpdate()).isEqualTo(UPDATED.plus(Duration.ofDays(9)));
  }
}
