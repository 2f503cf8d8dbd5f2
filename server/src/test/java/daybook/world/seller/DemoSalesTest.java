package daybook.world.seller;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import daybook.document.seller.SellerOrderDocument;
import daybook.domain.AccountId;
import daybook.domain.Region;
import daybook.domain.seller.BuyerInfo;
import daybook.domain.seller.FulfillmentChannel;
import daybook.domain.seller.OrderFlag;
import daybook.domain.seller.SellerAddress;
import daybook.domain.seller.SellerOrder;
import daybook.domain.seller.SellerOrderStatus;
import daybook.world.DemoAccount;
import daybook.world.DemoWorld;
import daybook.world.seller.Sales.Deal;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds what sellers of the default demo world sold. */
final class DemoSalesTest {

  private static final DemoWorld WORLD = new DemoWorld(1, Sales.END, 5_000);
  private static final List<Deal> ALL = Sales.deals(WORLD);

  // Update it only when the world was meant to change.
  private static final String GOLDEN =
      "1ae96f2d47dc8a3e419f9341ff379236c1085bfaa5070075e97306fa376aa2d8";

  private static byte[] bytes(DemoWorld world) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (DemoSales.Sold sold : Sales.sold(world)) {
      bytes.writeBytes(sold.seller().value().getBytes(StandardCharsets.UTF_8));
      bytes.writeBytes(SellerOrderDocument.encode(sold.order().row()));
    }
    return bytes.toByteArray();
  }

  private static List<Deal> of(FulfillmentChannel channel) {
    return ALL.stream().filter(deal -> deal.order().fulfilment().channel() == channel).toList();
  }

  @Test
  void sales_areWhatTheyAlwaysWere() throws Exception {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes(WORLD));
    assertThat(HexFormat.of().formatHex(digest)).isEqualTo(GOLDEN);
  }

  @Test
  void otherSeed_makesOtherSales() {
    assertThat(bytes(new DemoWorld(2, Sales.END, 100)))
        .isEqualTo(bytes(new DemoWorld(2, Sales.END, 100)))
        .isNotEqualTo(bytes(new DemoWorld(3, Sales.END, 100)));
  }

  @Test
  void sellers_areOfDifferentSize_andPagesAreNeeded() {
    Map<AccountId, Long> sizes = ALL.stream().collect(groupingBy(Deal::seller, counting()));
    assertThat(sizes).hasSize(4);
    assertThat(sizes.values()).allMatch(size -> size > 40).anyMatch(size -> size > 500);
  }

  @ParameterizedTest
  @EnumSource(
      value = SellerOrderStatus.class,
      names = {"PENDING", "UNSHIPPED", "PARTIALLY_SHIPPED", "SHIPPED", "CANCELED"})
  void statuses_areAllThere(SellerOrderStatus status) {
    assertThat(ALL).anyMatch(deal -> deal.order().status() == status);
  }

  @Test
  void purchases_areSharedBySellersNowAndThen() {
    Map<String, Set<AccountId>> sellers = new HashMap<>();
    ALL.forEach(
        deal ->
            sellers
                .computeIfAbsent(deal.order().amazonOrderId(), id -> new HashSet<>())
                .add(deal.seller()));
    assertThat(sellers.values()).anyMatch(its -> its.size() == 2);
    assertThat(ALL).anyMatch(deal -> deal.lines().size() < deal.purchase().lines().size());
    assertThat(ALL).anyMatch(deal -> deal.lines().size() > 1);
  }

  @Test
  void heads_areThoseOfTheMarketplace() {
    for (Deal deal : ALL) {
      SellerOrder order = deal.order();
      assertThat(order.amazonOrderId()).matches("\\d{3}-\\d{7}-\\d{7}");
      assertThat(order.sellerOrderId()).isEqualTo(order.amazonOrderId());
      assertThat(deal.partner().marketplaceIds()).contains(order.sale().marketplaceId());
      assertThat(order.sale().marketplaceId()).isEqualTo(deal.purchase().market().marketplaceId());
      assertThat(order.purchaseDate()).isEqualTo(deal.bought().orderDate());
      assertThat(order.flag(OrderFlag.IS_BUSINESS_ORDER)).isTrue();
      assertThat(order.flag(OrderFlag.IS_REPLACEMENT_ORDER)).isFalse();
      assertThat(order.payment().methodDetails()).hasSize(1);
    }
  }

  @Test
  void pendingOrders_showNeitherMoneyNorBuyer() {
    assertThat(ALL)
        .filteredOn(deal -> deal.order().status() == SellerOrderStatus.PENDING)
        .isNotEmpty()
        .allMatch(deal -> deal.order().payment().total() == null)
        .allMatch(deal -> deal.order().shippingAddress() == null)
        .allMatch(deal -> deal.order().buyer() == null)
        .allMatch(deal -> deal.order().lastUpdateDate().equals(deal.order().purchaseDate()));
  }

  @Test
  void cancelledOrders_showWhoCancelledIfTheyWereReleasedBefore() {
    List<Deal> cancelled =
        ALL.stream().filter(deal -> deal.order().status() == SellerOrderStatus.CANCELED).toList();
    assertThat(cancelled)
        .allMatch(deal -> deal.order().payment().total() == null)
        .allMatch(deal -> deal.order().shippingAddress() == null)
        .anyMatch(deal -> deal.order().buyer() == null)
        .anyMatch(deal -> deal.order().buyer() != null);
    for (Deal deal : cancelled) {
      assertThat(deal.order().lastUpdateDate())
          .isEqualTo(Instant.ofEpochSecond(deal.purchase().life().cancelled()));
      assertThat(deal.order().buyer() != null)
          .isEqualTo(deal.purchase().life().processed() < deal.purchase().life().cancelled());
    }
  }

  @Test
  void buyers_haveOneAliasWithEachSeller() {
    Map<String, Set<String>> people = new HashMap<>();
    for (Deal deal : ALL) {
      BuyerInfo buyer = deal.order().buyer();
      if (buyer != null) {
        assertThat(buyer.name()).isEqualTo(deal.bought().buyingCustomer().name());
        assertThat(buyer.purchaseOrderNumber()).isEqualTo(deal.bought().purchaseOrderNumber());
        assertThat(buyer.email()).matches("[0-9a-z]{15}@marketplace\\.amazon\\.[a-z.]+");
        people
            .computeIfAbsent(buyer.email(), email -> new HashSet<>())
            .add(deal.seller() + " " + buyer.name() + " " + deal.bought().legalEntityName());
      }
    }
    assertThat(people).hasSizeGreaterThan(100);
    assertThat(people.values()).allMatch(its -> its.size() == 1);
  }

  @Test
  void taxNumbers_areShownWhereAmazonShowsThem() {
    for (Deal deal : ALL) {
      BuyerInfo buyer = deal.order().buyer();
      if (buyer != null) {
        Region region = deal.purchase().market().region();
        boolean shown = region == Region.MX || region == Region.IN;
        assertThat(buyer.tax() != null).isEqualTo(shown);
        if (buyer.tax() != null) {
          assertThat(buyer.tax().companyLegalName()).isEqualTo(deal.bought().legalEntityName());
          assertThat(buyer.tax().taxingRegion()).isEqualTo(region.name());
          assertThat(buyer.tax().classifications().get(0).value())
              .matches(
                  region == Region.MX
                      ? "[A-Z]{3}\\d{6}[0-9A-Z]{3}"
                      : "\\d{2}[A-Z]{5}\\d{4}[A-Z]1Z\\d");
        }
      }
    }
    assertThat(ALL)
        .anyMatch(deal -> deal.order().buyer() != null && deal.order().buyer().tax() != null);
  }

  @Test
  void addresses_areThoseOfTheParcels() {
    int compared = 0;
    for (Deal deal : ALL) {
      SellerAddress address = deal.order().shippingAddress();
      assertThat(address != null).isEqualTo(deal.order().status().showsShippingAddress());
      if (address != null && !deal.bought().shipments().isEmpty()) {
        compared++;
        var site = deal.bought().shipments().get(0).shippingAddress();
        assertThat(address.lines().first()).isEqualTo(site.addressLine1());
        assertThat(address.place().city()).isEqualTo(site.city());
        assertThat(address.place().postalCode()).isEqualTo(site.postalCode());
        assertThat(address.contact().name()).isEqualTo(deal.bought().buyingCustomer().name());
        assertThat(address.contact().companyName()).isEqualTo(deal.bought().legalEntityName());
        assertThat(address.type()).isEqualTo(SellerAddress.Type.COMMERCIAL);
      }
    }
    assertThat(compared).isGreaterThan(2_000);
  }

  @Test
  void telephones_areThoseOfOrdersThatTheirSellerHasYetToBring() {
    List<Deal> called =
        ALL.stream()
            .filter(deal -> deal.order().shippingAddress() != null)
            .filter(deal -> deal.order().shippingAddress().contact().phone() != null)
            .toList();
    assertThat(called)
        .isNotEmpty()
        .allMatch(deal -> deal.order().fulfilment().channel() == FulfillmentChannel.MFN)
        .allMatch(
            deal ->
                deal.order().status() != SellerOrderStatus.SHIPPED
                    || !deal.order()
                        .fulfilment()
                        .service()
                        .dates()
                        .latestDelivery()
                        .isBefore(Sales.END));
    assertThat(called)
        .extracting(deal -> deal.order().shippingAddress().contact().phone())
        .allMatch(phone -> phone.matches("\\+[0-9 -]{11,16}"));
  }

  @Test
  void channels_areBothThere_andMixedOrdersAreAmazons() {
    assertThat(of(FulfillmentChannel.AFN)).hasSizeGreaterThan(500);
    assertThat(of(FulfillmentChannel.MFN))
        .hasSizeGreaterThan(200)
        .allMatch(deal -> deal.lines().size() == deal.purchase().lines().size())
        .allSatisfy(
            deal -> {
              SellerAddress from = deal.order().fulfilment().source().defaultShipFrom();
              var seller = deal.lines().get(0).vendor().seller();
              assertThat(from.contact().name()).isEqualTo(seller.name());
              assertThat(from.place().city()).isEqualTo(seller.primaryAddress().city());
            })
        .anyMatch(deal -> deal.order().flag(OrderFlag.IS_PRIME))
        .anyMatch(deal -> deal.order().flag(OrderFlag.IS_PREMIUM_ORDER));
    assertThat(of(FulfillmentChannel.AFN))
        .noneMatch(deal -> deal.order().flag(OrderFlag.IS_PRIME))
        .allMatch(deal -> deal.order().fulfilment().source().defaultShipFrom() == null);
  }

  @Test
  void services_areAllThere() {
    assertThat(ALL.stream().map(deal -> deal.order().fulfilment().service().category()).distinct())
        .containsExactlyInAnyOrder("Standard", "Expedited", "SecondDay", "NextDay");
    assertThat(ALL)
        .allMatch(
            deal -> deal.order().fulfilment().service().level().matches("\\w+ [A-Z]{2} D2D Dom"));
  }

  @Test
  void refunds_areTheLastThingThatHappens() {
    int refunded = 0;
    for (Deal deal : ALL) {
      var returned = deal.purchase().returned().orElse(null);
      if (returned == null || deal.order().status() == SellerOrderStatus.CANCELED) {
        continue;
      }
      boolean own =
          returned.items().stream()
              .anyMatch(item -> deal.lines().contains(deal.purchase().lines().get(item.line())));
      Instant back = Instant.ofEpochSecond(Math.min(returned.refunded(), 9_999_999_999L));
      if (own && back.isBefore(Sales.END)) {
        refunded++;
        assertThat(deal.order().lastUpdateDate()).isAfterOrEqualTo(back);
      }
    }
    assertThat(refunded).isGreaterThan(40);
  }

  @Test
  void iterators_areLazyAndEnd() {
    DemoWorld huge = new DemoWorld(1, Sales.END, 900_000_000L);
    Iterator<DemoSales.Sold> sold = new DemoSales(huge).soldTo(huge.accounts().get(0));
    assertThat(sold.next().order().row()).isNotNull();
    DemoWorld empty = new DemoWorld(1, Sales.END, 0);
    Iterator<DemoSales.Sold> none = new DemoSales(empty).soldTo(empty.accounts().get(0));
    assertThat(none.hasNext()).isFalse();
    assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(none::next);
  }

  @Test
  void accountOfAnotherWorld_isRefused() {
    DemoAccount other = new DemoWorld(2, Sales.END, 10).accounts().get(0);
    assertThatIllegalArgumentException().isThrownBy(() -> new DemoSales(WORLD).soldTo(other));
  }
}
