package daybook.store.sql;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import daybook.domain.AccountId;
import daybook.domain.AsOf;
import daybook.domain.seller.EasyShipStatus;
import daybook.domain.seller.FulfillmentChannel;
import daybook.domain.seller.Marketplace;
import daybook.domain.seller.OrderFlag;
import daybook.domain.seller.SampleSellerOrders;
import daybook.domain.seller.SellerOrder;
import daybook.domain.seller.SellerOrderStatus;
import daybook.store.Batch;
import daybook.store.Column;
import daybook.store.Filter;
import daybook.store.Piece;
import daybook.store.Position;
import daybook.store.RecordKind;
import daybook.store.RecordWrite;
import daybook.store.Scan;
import daybook.store.Slice;
import daybook.store.ViewId;
import daybook.store.sql.session.StoreOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Every filter of seller orders, alone and together, against the same filter in plain Java. */
final class SellerPagingTest {

  private static final Instant BASE = Instant.parse("2025-01-01T00:00:00Z");
  private static final ViewId CREATED = new ViewId(RecordKind.SELLER_ORDER, "created", 1);
  private static final ViewId UPDATED = new ViewId(RecordKind.SELLER_ORDER, "updated", 1);
  private static final AtomicInteger ACCOUNTS = new AtomicInteger();

  private static Path folder;
  private static SqlStore store;

  @BeforeContainer
  static void open() throws IOException {
    folder = Files.createTempDirectory("daybook-seller-paging");
    store = SqlStore.open(StoreOptions.sqlite(folder.resolve("store.db")));
    store.views().complete(List.of(CREATED, UPDATED));
  }

  @AfterContainer
  static void close() {
    store.close();
    try (var files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(SellerPagingTest::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the filters look at. */
  record Traits(
      int created,
      int updated,
      SellerOrderStatus status,
      Marketplace marketplace,
      String email,
      EasyShipStatus easyShip,
      Integer delivery) {

    SellerOrder order(int number) {
      return SampleSellerOrders.draft(id(number))
          .placedAt(BASE.plusSeconds(created))
          .updatedAt(BASE.plusSeconds(updated))
          .status(status)
          .in(marketplace)
          .email(email)
          .from(email == null ? "source" : null, null)
          .by(delivery == null ? FulfillmentChannel.AFN : FulfillmentChannel.MFN)
          .flag(OrderFlag.IS_ISPU, delivery != null && delivery == 1)
          .deliveredBetween(null, delivery == null ? null : BASE.plusSeconds(delivery))
          .easyShip(easyShip)
          .build();
    }

    String text(Column column) {
      return switch (column) {
        case ORDER_STATUS -> status.wireName();
        case MARKETPLACE -> marketplace.id();
        case BUYER_EMAIL -> email;
        case EASY_SHIP_STATUS -> easyShip == null ? null : easyShip.wireName();
        case FULFILLMENT_CHANNEL -> delivery == null ? "AFN" : "MFN";
        case SUPPLY_SOURCE -> email == null ? "source" : null;
        case STORE_PICK_UP -> Boolean.toString(delivery != null && delivery == 1);
        default -> throw new IllegalArgumentException(column.name());
      };
    }
  }

  @Property(tries = 200)
  void pages_findWhatMatches_inOrder(
      @ForAll("traits") List<Traits> all,
      @ForAll("filters") List<Filter> filters,
      @ForAll @IntRange(min = 1, max = 6) int pageSize,
      @ForAll boolean byUpdate) {
    AccountId account = new AccountId("A" + ACCOUNTS.incrementAndGet());
    write(account, all);
    write(new AccountId("B" + ACCOUNTS.get()), all);

    List<String> seen = new ArrayList<>();
    Position after = null;
    do {
      Slice slice = store.sellerOrders().scan(scan(account, byUpdate, after, pageSize, filters));
      slice.pieces().forEach(piece -> seen.add(new String(piece, UTF_8)));
      after = slice.next();
    } while (after != null);

    Comparator<Integer> byDate =
        Comparator.comparing(i -> byUpdate ? all.get(i).updated() : all.get(i).created());
    assertThat(seen)
        .isEqualTo(
            IntStream.range(0, all.size())
                .boxed()
                .filter(i -> matches(i, all.get(i), filters))
                .sorted(byDate.thenComparing(SellerPagingTest::id))
                .map(SellerPagingTest::id)
                .toList());
  }

  @Provide
  Arbitrary<List<Traits>> traits() {
    Arbitrary<Integer> seconds = Arbitraries.integers().between(0, 4);
    return Combinators.combine(
            seconds,
            seconds,
            Arbitraries.of(
                SellerOrderStatus.PENDING, SellerOrderStatus.SHIPPED, SellerOrderStatus.CANCELED),
            Arbitraries.of(Marketplace.US, Marketplace.CA, Marketplace.BR),
            Arbitraries.of("a@x.com", "b@x.com").injectNull(0.2),
            Arbitraries.of(EasyShipStatus.LOST, EasyShipStatus.DELIVERED).injectNull(0.5),
            Arbitraries.integers().between(0, 3).injectNull(0.3))
        .as(Traits::new)
        .list()
        .ofMaxSize(14);
  }

  @Provide
  Arbitrary<List<Filter>> filters() {
    Arbitrary<Filter> ids =
        Arbitraries.integers()
            .between(0, 20)
            .map(SellerPagingTest::id)
            .set()
            .ofMinSize(1)
            .map(values -> Filter.of(Column.ORDER_ID, values));
    Arbitrary<Instant> ends =
        Arbitraries.integers()
            .between(0, 3)
            .map(second -> BASE.plusSeconds(second))
            .injectNull(0.3);
    Arbitrary<Filter> deliveries =
        Combinators.combine(ends, ends)
            .as((from, to) -> new Filter.Between(Column.LATEST_DELIVERY, from, to));
    return Arbitraries.oneOf(
            oneOf(Column.ORDER_STATUS, "Pending", "Shipped", "Canceled", "Unfulfillable"),
            oneOf(Column.MARKETPLACE, "ATVPDKIKX0DER", "A2EUQ1WTGCTBG2", "A2Q3Y263D00KWC"),
            oneOf(Column.BUYER_EMAIL, "a@x.com", "b@x.com", "c@x.com"),
            oneOf(Column.EASY_SHIP_STATUS, "Lost", "Delivered"),
            oneOf(Column.FULFILLMENT_CHANNEL, "AFN", "MFN"),
            oneOf(Column.SUPPLY_SOURCE, "source", "nowhere"),
            oneOf(Column.STORE_PICK_UP, "true", "false"),
            ids,
            deliveries)
        .list()
        .ofMaxSize(4);
  }

  private static Arbitrary<Filter> oneOf(Column column, String... values) {
    return Arbitraries.of(values).set().ofMinSize(1).map(chosen -> Filter.of(column, chosen));
  }

  private static boolean matches(int number, Traits traits, List<Filter> filters) {
    return filters.stream().allMatch(filter -> matches(number, traits, filter));
  }

  private static boolean matches(int number, Traits traits, Filter filter) {
    if (filter instanceof Filter.Between between) {
      boolean bounded = between.from() != null || between.to() != null;
      Instant delivery = traits.delivery() == null ? null : BASE.plusSeconds(traits.delivery());
      return !bounded
          || (delivery != null
              && (between.from() == null || !delivery.isBefore(between.from()))
              && (between.to() == null || !delivery.isAfter(between.to())));
    }
    Set<String> values = ((Filter.OneOf) filter).values();
    if (filter.column() == Column.ORDER_ID) {
      return values.contains(id(number));
    }
    String text = traits.text(filter.column());
    return text != null && values.contains(text);
  }

  private static Scan scan(
      AccountId account, boolean byUpdate, Position after, int size, List<Filter> filters) {
    ViewId view = byUpdate ? UPDATED : CREATED;
    return new Scan(account, view, BASE, BASE.plusSeconds(4), after, size, filters);
  }

  private static void write(AccountId account, List<Traits> all) {
    List<RecordWrite<SellerOrder>> writes = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      SellerOrder order = all.get(i).order(i);
      byte[] text = id(i).getBytes(UTF_8);
      writes.add(
          new RecordWrite<>(
              id(i),
              order,
              text,
              new AsOf(BASE, i),
              0,
              List.of(
                  new Piece(CREATED, order.purchaseDate(), text),
                  new Piece(UPDATED, order.lastUpdateDate(), text))));
    }
    assertThat(store.sellerOrders().write(new Batch<>(account, writes))).isTrue();
  }

  private static String id(int number) {
    return "114-0000000-%07d".formatted(number);
  }

  private static void delete(Path path) {
    try {
      Files.delete(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
