package daybook.world;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import daybook.domain.BusinessOrder;
import daybook.domain.LineItem;
import daybook.domain.OrderStatus;
import daybook.domain.Region;
import daybook.domain.Shipment;
import daybook.ingest.Observed;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Looks at the world a newcomer sees: five thousand orders of four accounts. */
final class DemoWorldTest {
  private static final List<BusinessOrder> ORDERS = Worlds.orders(Worlds.DEFAULT).toList();
  private static final Map<DemoAccount, List<BusinessOrder>> BY_ACCOUNT =
      Worlds.DEFAULT.accounts().stream()
          .collect(
              Collectors.toMap(
                  account -> account,
                  account -> Worlds.observed(Worlds.DEFAULT, account).map(Observed::row).toList()));

  private static long count(Predicate<BusinessOrder> which) {
    return ORDERS.stream().filter(which).count();
  }

  @Test
  void accounts_areOfVeryDifferentSize() {
    assertThat(Worlds.DEFAULT.accounts())
        .extracting(DemoAccount::orders)
        .containsExactly(3_000L, 1_250L, 500L, 250L);
    BY_ACCOUNT.forEach(
        (account, orders) -> assertThat((long) orders.size()).isEqualTo(account.orders()));
  }

  @Test
  void orders_ascendByDate() {
    assertThat(BY_ACCOUNT.values())
        .allSatisfy(orders -> assertThat(orders).extracting(BusinessOrder::orderDate).isSorted());
  }

  @Test
  void orders_fillThirteenMonths() {
    Instant start = Instant.parse("2024-10-19T15:42:17Z");
    assertThat(ORDERS)
        .allMatch(order -> !order.orderDate().isBefore(start))
        .allMatch(order -> !order.orderDate().isAfter(Worlds.END));
    Set<String> months =
        ORDERS.stream()
            .map(order -> order.orderDate().toString().substring(0, 7))
            .collect(Collectors.toSet());
    assertThat(months).hasSize(14);
    assertThat(BY_ACCOUNT.get(Worlds.DEFAULT.accounts().get(0)))
        .last()
        .satisfies(
            order -> assertThat(order.orderDate()).isAfter(Worlds.END.minus(Duration.ofDays(1))));
  }

  @Test
  void orderIds_areGivenOnce() {
    assertThat(ORDERS).extracting(BusinessOrder::orderId).doesNotHaveDuplicates();
    assertThat(ORDERS).allMatch(order -> order.orderId().matches("(D01|\\d{3})-\\d{7}-\\d{7}"));
  }

  @Test
  void regions_areAllThere_andOfTheirAccount() {
    assertThat(ORDERS.stream().map(BusinessOrder::region).collect(Collectors.toSet()))
        .isEqualTo(EnumSet.allOf(Region.class));
    BY_ACCOUNT.forEach(
        (account, orders) ->
            assertThat(orders.stream().map(BusinessOrder::region).collect(Collectors.toSet()))
                .isEqualTo(Set.copyOf(account.regions())));
  }

  @Test
  void currencies_areThoseOfTheRegions() {
    assertThat(ORDERS)
        .allMatch(order -> order.region().currencyCode().equals(order.amounts().currencyCode()));
    assertThat(count(order -> order.region() == Region.JP)).isGreaterThan(40);
  }

  @Test
  void statuses_areAllThere() {
    Map<OrderStatus, Long> statuses =
        ORDERS.stream().collect(groupingBy(BusinessOrder::status, counting()));
    assertThat(statuses.keySet()).isEqualTo(EnumSet.allOf(OrderStatus.class));
    assertThat(statuses.get(OrderStatus.CLOSED)).isGreaterThan(4_300);
    assertThat(statuses.get(OrderStatus.CANCELLED)).isBetween(100L, 300L);
  }

  @Test
  void statuses_areAllThere_whateverTheSeedAndTheHour() {
    for (long seed = 0; seed < 12; seed++) {
      Instant end = Instant.parse("2026-02-01T03:00:00Z").plus(Duration.ofHours(7 * seed));
      Set<OrderStatus> statuses = EnumSet.noneOf(OrderStatus.class);
      Set<Region> regions = EnumSet.noneOf(Region.class);
      Worlds.orders(new DemoWorld(seed, end, 5_000))
          .forEach(
              order -> {
                statuses.add(order.status());
                regions.add(order.region());
              });
      assertThat(statuses).as("seed %d", seed).isEqualTo(EnumSet.allOf(OrderStatus.class));
      assertThat(regions).as("seed %d", seed).isEqualTo(EnumSet.allOf(Region.class));
    }
  }

  @Test
  void recentOrders_areMoreOftenPending() {
    Instant lastDays = Worlds.END.minus(Duration.ofDays(3));
    Predicate<BusinessOrder> open =
        order -> order.status() != OrderStatus.CLOSED && order.status() != OrderStatus.CANCELLED;
    long recent = count(order -> order.orderDate().isAfter(lastDays));
    long recentOpen = count(open.and(order -> order.orderDate().isAfter(lastDays)));
    assertThat(recentOpen).isGreaterThan(recent / 2);
    long oldOpen =
        count(open.and(order -> order.orderDate().isBefore(Worlds.END.minus(Duration.ofDays(90)))));
    assertThat(oldOpen).isPositive().isLessThan(100);
  }

  @Test
  void digitalAndPhysicalOrders_areBothThere() {
    assertThat(count(BusinessOrder::isDigital)).isBetween(200L, 500L);
    assertThat(count(order -> !order.isDigital() && !order.shipments().isEmpty()))
        .isGreaterThan(4_000);
  }

  @Test
  void purchaseOrders_areSharedOwnOrMissing() {
    BY_ACCOUNT.forEach(
        (account, orders) ->
            assertThat(orders).anyMatch(order -> order.purchaseOrderNumber() == null));
    Map<String, Long> uses =
        BY_ACCOUNT.get(Worlds.DEFAULT.accounts().get(0)).stream()
            .filter(order -> order.purchaseOrderNumber() != null)
            .collect(groupingBy(BusinessOrder::purchaseOrderNumber, counting()));
    assertThat(uses.values())
        .anyMatch(count -> count == 1)
        .anyMatch(count -> count > 1 && count < 14)
        .anyMatch(count -> count > 100);
  }

  @Test
  void purchaseOrders_needEncodingNowAndThen() {
    for (String character : List.of("/", " ", "#", "&", "+", "%", "?")) {
      assertThat(ORDERS)
          .as(character)
          .anyMatch(
              order ->
                  order.purchaseOrderNumber() != null
                      && order.purchaseOrderNumber().contains(character));
    }
  }

  @Test
  void orders_areApprovedNowAndThen() {
    assertThat(count(order -> order.lastApprover() != null)).isBetween(900L, 1_800L);
    assertThat(ORDERS)
        .filteredOn(order -> order.status() == OrderStatus.PENDING_APPROVAL)
        .allMatch(order -> order.lastApprover() == null);
  }

  @Test
  void orders_areInTheMiddleOfAShipmentNowAndThen() {
    Predicate<BusinessOrder> partly =
        order ->
            !order.shipments().isEmpty()
                && order.shipments().stream().mapToInt(Shipment::quantity).sum() < order.quantity();
    assertThat(count(partly)).isPositive();
    assertThat(count(order -> order.shipments().size() > 1)).isBetween(300L, 900L);
  }

  @Test
  void someLines_showWhatIsRare() {
    List<LineItem> lines = ORDERS.stream().flatMap(order -> order.lineItems().stream()).toList();
    assertThat(lines.size()).isBetween(ORDERS.size() * 23 / 10, ORDERS.size() * 28 / 10);
    assertThat(lines)
        .anyMatch(line -> line.discount().amount() != null)
        .anyMatch(line -> Boolean.TRUE.equals(line.taxExemption().applied()))
        .anyMatch(line -> !line.sellerCredentials().isEmpty())
        .anyMatch(line -> line.purchaseOrderLineItem() != null)
        .anyMatch(line -> line.amounts().promotion().amount().signum() < 0);
  }

  @Test
  void sameMoment_isSharedByOrders() {
    assertThat(ORDERS.stream().map(BusinessOrder::orderDate).collect(Collectors.toSet()).size())
        .isLessThan(ORDERS.size());
  }

  @Test
  void asOf_isTheLastEvent_neverLater() {
    assertThat(Worlds.observed(Worlds.DEFAULT))
        .allMatch(seen -> !seen.asOf().instant().isAfter(Worlds.END))
        .allMatch(seen -> !seen.asOf().instant().isBefore(seen.row().orderDate()))
        .allMatch(seen -> seen.asOf().sequence() == 0);
  }

  @Test
  void iterators_areLazy() {
    // A list of these would not fit into any memory.
    DemoWorld huge = new DemoWorld(1, Worlds.END, 1_000_000_000L);
    Iterator<Observed<BusinessOrder>> orders = huge.orders(huge.accounts().get(0));
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      ids.add(orders.next().row().orderId());
    }
    assertThat(ids).hasSize(1_000);
  }

  @Test
  void iterators_doNotDisturbEachOther() {
    DemoAccount account = Worlds.DEFAULT.accounts().get(3);
    Iterator<Observed<BusinessOrder>> one = Worlds.DEFAULT.orders(account);
    Iterator<Observed<BusinessOrder>> other = Worlds.DEFAULT.orders(account);
    one.next();
    Observed<BusinessOrder> second = one.next();
    other.next();
    assertThat(other.next()).isEqualTo(second);
  }

  @Test
  void iterator_ends() {
    DemoWorld world = new DemoWorld(1, Worlds.END, 20);
    Iterator<Observed<BusinessOrder>> orders = world.orders(world.accounts().get(3));
    assertThat(orders.hasNext()).isTrue();
    orders.next();
    assertThat(orders.hasNext()).isFalse();
    assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(orders::next);
  }

  @Test
  void numberOfAccounts_canBeChosen() {
    DemoWorld world = new DemoWorld(1, Worlds.END, 10_000, 20);
    assertThat(world.accounts()).hasSize(20);
    assertThat(world.accounts().stream().mapToLong(DemoAccount::orders).sum()).isEqualTo(10_000);
    assertThat(world.accounts()).allMatch(account -> account.orders() >= 100);
    assertThat(Worlds.orders(world).map(BusinessOrder::orderId)).doesNotHaveDuplicates();
    DemoWorld single = new DemoWorld(1, Worlds.END, 500, 1);
    assertThat(single.accounts())
        .singleElement()
        .satisfies(only -> assertThat(only.orders()).isEqualTo(500));
  }

  @Test
  void smallestWorlds_areWorldsToo() {
    assertThat(Worlds.orders(new DemoWorld(1, Worlds.END, 0))).isEmpty();
    assertThat(Worlds.orders(new DemoWorld(1, Worlds.END, 1))).hasSize(1);
    assertThat(Worlds.orders(new DemoWorld(1, Worlds.END, 7))).hasSize(7);
  }

  @Test
  void numbersOutOfBounds_areRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DemoWorld(1, Worlds.END, -1))
        .withMessage("orders must be from 0 to 1000000000, not -1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DemoWorld(1, Worlds.END, 1, 0))
        .withMessage("accounts must be from 1 to 10000, not 0");
  }

  @Test
  void accountOfAnotherWorld_isRefused() {
    DemoAccount stranger = new DemoWorld(1, Worlds.END, 10).accounts().get(0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Worlds.DEFAULT.orders(stranger))
        .withMessage("no account " + stranger.id() + " in this world");
  }
}
