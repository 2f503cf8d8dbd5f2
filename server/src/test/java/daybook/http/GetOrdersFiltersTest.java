package daybook.http;

import static daybook.http.SellerCalls.CREATED;
import static daybook.http.SellerCalls.ORDERS;
import static daybook.http.SellerCalls.UPDATED;
import static daybook.http.SellerCalls.ids;
import static org.assertj.core.api.Assertions.assertThat;

import daybook.domain.AccountId;
import daybook.domain.seller.EasyShipStatus;
import daybook.domain.seller.FulfillmentChannel;
import daybook.domain.seller.Invoicing;
import daybook.domain.seller.Marketplace;
import daybook.domain.seller.OrderFlag;
import daybook.domain.seller.SampleSellerOrders;
import daybook.domain.seller.SampleSellerOrders.Draft;
import daybook.domain.seller.SellerOrderStatus;
import daybook.domain.seller.SellerPayment;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What each filter lets through (CONTRACT 1.5). Orders are named by the last digit of their id; the
 * one that was created last was changed first.
 */
final class GetOrdersFiltersTest {

  private static final Instant START = Instant.parse("2025-05-01T00:00:00Z");
  private static final AccountId OTHER = new AccountId("other");

  @TempDir static Path directory;
  private static TestServer server;

  @BeforeAll
  static void start() {
    server = new TestServer(directory, TestServer.UNLIMITED);
    server.addAccount(OTHER);
    server.sell(OTHER, draft(9).build());
    server.sell(
        TestServer.ACME,
        draft(1).status(SellerOrderStatus.PENDING).email("One@marketplace.amazon.com").build(),
        draft(2).status(SellerOrderStatus.SHIPPED).by(FulfillmentChannel.AFN).build(),
        draft(3).status(SellerOrderStatus.CANCELED).in(Marketplace.CA).build(),
        draft(4).paidBy(SellerPayment.Method.COD).easyShip(EasyShipStatus.LOST).build(),
        draft(5)
            .sellerOrderId("Shop 5")
            .easyShip(EasyShipStatus.DELIVERED)
            .invoice(Invoicing.ElectronicStatus.ERRORED)
            .build(),
        draft(6)
            .from("source-6", "store-6")
            .flag(OrderFlag.IS_ISPU, true)
            .in(Marketplace.MX)
            .build(),
        draft(7).deliveredBetween(day(10), day(12)).build(),
        draft(8).deliveredBetween(day(11), day(14)).build());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Draft draft(int number) {
    return SampleSellerOrders.draft("114-0000000-000000" + number)
        .placedAt(START.plus(Duration.ofHours(number)))
        .updatedAt(START.plus(Duration.ofDays(10)).minus(Duration.ofHours(number)))
        .email("buyer@marketplace.amazon.com")
        .from(null, null)
        .deliveredBetween(null, null);
  }

  private static Instant day(int number) {
    return START.plus(Duration.ofDays(number));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                                              | 1 2 4 5 7 8",
        "&OrderStatuses=Pending                          | 1",
        "&OrderStatuses=Pending,Shipped                  | 1 2",
        "&OrderStatuses=Pending%2CShipped                | 1 2",
        "&OrderStatuses=Pending&OrderStatuses=Shipped    | 1 2",
        "&OrderStatuses=Canceled                         | ''",
        "&OrderStatuses=Unshipped,Pending,Shipped        | 1 2 4 5 7 8",
        "&FulfillmentChannels=AFN                        | 2",
        "&FulfillmentChannels=AFN,MFN                    | 1 2 4 5 7 8",
        "&PaymentMethods=COD                             | 4",
        "&PaymentMethods=COD,CVS                         | 4",
        "&PaymentMethods=CVS                             | ''",
        "&BuyerEmail=one%40marketplace.amazon.com        | 1",
        "&BuyerEmail=ONE@marketplace.amazon.com          | 1",
        "&BuyerEmail=nobody@marketplace.amazon.com       | ''",
        "&EasyShipShipmentStatuses=Lost                  | 4",
        "&EasyShipShipmentStatuses=Lost,Delivered        | 4 5",
        "&ElectronicInvoiceStatuses=Errored,Accepted     | 5",
        "&ActualFulfillmentSupplySourceId=source-6       | ''",
        "&StoreChainStoreId=nowhere                      | ''",
        "&IsISPU=true                                    | ''",
        "&IsISPU=false                                   | 1 2 4 5 7 8",
        "&EarliestDeliveryDateAfter=2025-05-11           | 7 8",
        "&EarliestDeliveryDateAfter=2025-05-12           | 8",
        "&EarliestDeliveryDateBefore=2025-05-11          | 7",
        "&EarliestDeliveryDateBefore=2025-05-10T23:59:59Z | ''",
        "&LatestDeliveryDateBefore=2025-05-13            | 7",
        "&LatestDeliveryDateAfter=2025-05-13             | 7 8",
        "&LatestDeliveryDateAfter=2025-05-14&LatestDeliveryDateBefore=2025-05-15 | 8",
        "&AmazonOrderIds=114-0000000-0000001,114-0000000-0000003 | 1",
        "&AmazonOrderIds=114-0000000-0000009             | ''"
      })
  void filter_letsThroughWhatMatches(String filter, String numbers) {
    assertThat(ids(server.get(CREATED + filter))).isEqualTo(orders(numbers));
    assertThat(ids(server.get(UPDATED + filter))).isEqualTo(orders(reversed(numbers)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "&ActualFulfillmentSupplySourceId=source-6       | 6",
        "&StoreChainStoreId=store-6                      | 6",
        "&IsISPU=true                                    | 6",
        "&IsISPU=1&OrderStatuses=Unshipped               | 6",
        "&IsISPU=true&OrderStatuses=Shipped              | ''",
        "&OrderStatuses=Canceled                         | 3",
        "&OrderStatuses=Unshipped,Canceled               | 3 4 5 6 7 8",
        "&OrderStatuses=Unshipped&PaymentMethods=COD&EasyShipShipmentStatuses=Lost | 4",
        "''                                              | 1 2 3 4 5 6 7 8"
      })
  void filters_combineWithSeveralMarketplaces(String filter, String numbers) {
    String all =
        ORDERS
            + "?CreatedAfter=2025-01-01&MarketplaceIds="
            + "ATVPDKIKX0DER,A2EUQ1WTGCTBG2,A1AM78C64UM0Y8";

    assertThat(ids(server.get(all + filter))).isEqualTo(orders(numbers));
  }

  @Test
  void filter_bySellerOrderId_findsTheOrder() {
    assertThat(ids(server.get(CREATED + "&SellerOrderId=Shop+5"))).isEqualTo(orders("5"));
  }

  @ParameterizedTest
  @CsvSource({
    "2025-05-01T02:00:00Z, 2025-05-01T05:00:00Z, 2 4 5",
    "2025-05-01T02:00:01Z, 2025-05-01T04:59:59Z, 4",
    "2025-05-01T04:00:00Z, 2025-05-01T04:00:00Z, 4",
    "2025-05-01T06:00:00+02:00, 2025-05-01T04:00:00Z, 4",
    "2025-04-01, 2025-04-30, ''"
  })
  void range_includesBothItsEnds(String after, String before, String numbers) {
    String range =
        "&CreatedAfter="
            + TestServer.encoded(after)
            + "&CreatedBefore="
            + TestServer.encoded(before);

    assertThat(ids(server.get(ORDERS + "?" + SellerCalls.US + range))).isEqualTo(orders(numbers));
  }

  @Test
  void account_seesItsOwnOrdersOnly() {
    String token = server.tokenFor(OTHER, daybook.contract.Role.INVENTORY_AND_ORDER_TRACKING);

    assertThat(ids(server.getAs(token, CREATED))).isEqualTo(orders("9"));
    assertThat(
            ids(
                server.getAs(
                    token, ORDERS + "?" + SellerCalls.US + "&AmazonOrderIds=114-0000000-0000001")))
        .isEmpty();
  }

  private static List<String> orders(String numbers) {
    return numbers.isEmpty()
        ? List.of()
        : List.of(numbers.split(" ")).stream()
            .map(number -> "114-0000000-000000" + number)
            .toList();
  }

  private static String reversed(String numbers) {
    return new StringBuilder(numbers).reverse().toString();
  }
}
