package daybook.store;

import static daybook.store.SampleWrites.BY_DATE;
import static daybook.store.SampleWrites.after;
import static daybook.store.SampleWrites.batch;
import static daybook.store.SampleWrites.fresh;
import static daybook.store.SampleWrites.texts;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import daybook.domain.AccountId;
import daybook.domain.BusinessOrder;
import daybook.domain.OrderStatus;
import daybook.domain.Region;
import daybook.domain.SampleOrders;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Pages through random orders under random filters in every store, while others are written. */
public abstract class PagingKit {

  private static final Instant BASE = Instant.parse("2025-05-05T00:00:00Z");
  private static final AtomicInteger ACCOUNTS = new AtomicInteger();

  /** Returns a store in which every try uses accounts of its own. */
  protected abstract Store store();

  /** What is random about an order; many share an instant and a status. */
  record Traits(String id, int second, Region region, OrderStatus status, String purchaseOrder) {

    BusinessOrder order() {
      return SampleOrders.draft(id)
          .placedAt(BASE.plusSeconds(second))
          .in(region)
          .status(status)
          .purchaseOrder(purchaseOrder)
          .lines(0)
          .build();
    }

    boolean matches(List<Filter> filters) {
      return filters.stream().allMatch(filter -> matches(filter));
    }

    private boolean matches(Filter filter) {
      String value =
          switch (filter.column()) {
            case REGION -> region == null ? null : region.name();
            case ORDER_STATUS -> status.name();
            case PURCHASE_ORDER_NUMBER -> purchaseOrder;
            default -> throw new IllegalArgumentException(filter.column().name());
          };
      return value != null && ((Filter.OneOf) filter).values().contains(value);
    }
  }

  /** What happens between two pages: orders come, and others go elsewhere. */
  record Unrest(List<Traits> added, boolean changesOthers) {}

  @Property(tries = 150)
  void pages_findEveryUnchangedOrderExactlyOnce(
      @ForAll("orders") List<Traits> before,
      @ForAll("filters") List<Filter> filters,
      @ForAll @IntRange(min = 1, max = 7) int pageSize,
      @ForAll("unrest") List<Unrest> between) {
    AccountId account = new AccountId("A" + ACCOUNTS.incrementAndGet());
    AccountId other = new AccountId("B" + ACCOUNTS.get());
    Records<BusinessOrder> orders = store().orders();
    store().views().complete(List.of(BY_DATE));
    write(orders, account, before);
    write(orders, other, before);

    List<Traits> unchanged = new ArrayList<>(before);
    List<String> seen = new ArrayList<>();
    Position after = null;
    int page = 0;
    do {
      Scan scan = new Scan(account, BY_DATE, BASE, BASE.plusSeconds(4), after, pageSize, filters);
      Slice slice = orders.scan(scan);
      assertThat(slice.pieces()).hasSizeLessThanOrEqualTo(pageSize);
      seen.addAll(texts(slice));
      after = slice.next();
      if (page < between.size()) {
        disturb(orders, account, "n" + page, between.get(page), unchanged);
      }
      page++;
    } while (after != null);

    List<String> expected =
        unchanged.stream()
            .filter(traits -> traits.second() <= 4 && traits.matches(filters))
            .sorted(Comparator.comparing(Traits::second).thenComparing(Traits::id, BYTEWISE))
            .map(traits -> SampleWrites.text(traits.id(), 1))
            .toList();
    List<String> unchangedIds =
        unchanged.stream().map(traits -> SampleWrites.text(traits.id(), 1)).toList();
    assertThat(seen.stream().filter(unchangedIds::contains)).isEqualTo(expected);
    assertThat(seen).doesNotHaveDuplicates();
  }

  private static final Comparator<String> BYTEWISE =
      (one, two) -> Arrays.compareUnsigned(one.getBytes(UTF_8), two.getBytes(UTF_8));

  private static void write(Records<BusinessOrder> orders, AccountId account, List<Traits> traits) {
    Batch<BusinessOrder> batch =
        new Batch<>(account, traits.stream().map(order -> fresh(order.order())).toList());
    assertThat(orders.write(batch)).isTrue();
  }

  /** Adds orders, and moves the last of the unchanged ones to another place. */
  private static void disturb(
      Records<BusinessOrder> orders,
      AccountId account,
      String prefix,
      Unrest unrest,
      List<Traits> unchanged) {
    write(
        orders,
        account,
        unrest.added().stream()
            .map(
                it ->
                    new Traits(prefix + it.id(), it.second(), it.region(), it.status(), "changed"))
            .toList());
    if (unrest.changesOthers() && !unchanged.isEmpty()) {
      Traits moved = unchanged.remove(unchanged.size() - 1);
      BusinessOrder order = moved.order();
      BusinessOrder elsewhere =
          SampleOrders.draft(moved.id())
              .placedAt(order.orderDate().plusSeconds(moved.second() % 2 == 0 ? 2 : -2))
              .lines(0)
              .build();
      assertThat(orders.write(batch(account, after(1, elsewhere)))).isTrue();
    }
  }

  @Provide
  Arbitrary<List<Traits>> orders() {
    return traits().list().ofMaxSize(40).uniqueElements(Traits::id);
  }

  @Provide
  Arbitrary<List<Unrest>> unrest() {
    Arbitrary<List<Traits>> added = traits().list().ofMaxSize(3).uniqueElements(Traits::id);
    return Combinators.combine(added, Arbitraries.of(true, false))
        .as(Unrest::new)
        .list()
        .ofMaxSize(8);
  }

  private static Arbitrary<Traits> traits() {
    Arbitrary<String> ids =
        Arbitraries.strings().withChars('a', 'B', '1', 'é', '\uFFFD').ofMinLength(1).ofMaxLength(4);
    return Combinators.combine(
            ids,
            Arbitraries.integers().between(0, 5),
            Arbitraries.of(Region.US, Region.DE, Region.UK).injectNull(0.1),
            Arbitraries.of(OrderStatus.CLOSED, OrderStatus.PENDING, OrderStatus.CANCELLED),
            Arbitraries.of("PO-1", "po-1", "").injectNull(0.2))
        .as(Traits::new);
  }

  @Provide
  Arbitrary<List<Filter>> filters() {
    Arbitrary<Filter> regions = values("US", "DE", "UK", "JP").map(of(Column.REGION));
    Arbitrary<Filter> statuses =
        Arbitraries.of(OrderStatus.values())
            .map(Enum::name)
            .set()
            .ofMaxSize(6)
            .map(of(Column.ORDER_STATUS));
    Arbitrary<Filter> numbers = values("PO-1", "po-1", "").map(of(Column.PURCHASE_ORDER_NUMBER));
    return Arbitraries.oneOf(regions, statuses, numbers).list().ofMaxSize(3);
  }

  private static Arbitrary<Set<String>> values(String... values) {
    return Arbitraries.of(values).set().ofMinSize(1);
  }

  private static Function<Set<String>, Filter> of(Column column) {
    return values -> Filter.of(column, values);
  }
}
