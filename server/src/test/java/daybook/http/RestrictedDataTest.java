package daybook.http;

import static daybook.http.SellerCalls.CREATED;
import static daybook.http.SellerCalls.restricted;
import static org.assertj.core.api.Assertions.assertThat;

import daybook.contract.Role;
import daybook.domain.seller.FulfillmentChannel;
import daybook.domain.seller.SampleSellerOrders;
import daybook.domain.seller.SellerOrder;
import daybook.domain.seller.SellerOrderStatus;
import daybook.operation.Catalogue;
import daybook.operation.orders0.GetOrders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What getOrders shows of buyers, token by token and page by page (CONTRACT 4.4 and 4.5). */
final class RestrictedDataTest {

  private static final String EMAIL =
      "\"BuyerInfo\":{\"BuyerEmail\":\"5ftnkh20gxxxxxx@marketplace.amazon.com\"}";
  private static final String PLACE =
      "\"ShippingAddress\":{\"City\":\"Canton\",\"StateOrRegion\":\"MI\","
          + "\"PostalCode\":\"48817\",\"CountryCode\":\"US\"}";
  private static final String ADDRESS =
      "\"ShippingAddress\":{\"Name\":\"Ada Byron\",\"CompanyName\":\"Example Works\","
          + "\"AddressLine1\":\"1 Cross St.\"";
  private static final String BUYER =
      "\"BuyerInfo\":{\"BuyerEmail\":\"5ftnkh20gxxxxxx@marketplace.amazon.com\","
          + "\"BuyerName\":\"Ada Byron\",\"BuyerCounty\":\"Wayne\",";
  private static final String TAX =
      "\"BuyerTaxInformation\":{\"BuyerLegalCompanyName\":\"Ornek AS\"";

  @TempDir Path directory;
  private TestServer server;

  @BeforeEach
  void start() {
    server = new TestServer(directory, TestServer.UNLIMITED);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void sellThree() {
    for (int i = 0; i < 3; i++) {
      server.sell(TestServer.ACME, SampleSellerOrders.full("114-0000000-000000" + i));
    }
  }

  @Test
  void plainToken_showsPlaceAndEmailOnly() {
    sellThree();

    String body = server.get(CREATED).body();

    assertThat(body).contains(PLACE, EMAIL);
    // The seller's own address is nobody's secret.
    assertThat(body)
        .doesNotContain("\"Name\":\"Ada Byron\"", "BuyerName", "BuyerTaxInformation", "PO-4711");
    assertThat(body).contains("\"DefaultShipFromLocationAddress\":{\"Name\":\"Warehouse\"");
  }

  @ParameterizedTest
  @CsvSource({
    "shippingAddress, true, false, false",
    "buyerInfo, false, true, false",
    "buyerTaxInformation, false, false, true",
    "shippingAddress buyerInfo, true, true, false",
    "buyerInfo buyerTaxInformation, false, true, true",
    "shippingAddress buyerInfo buyerTaxInformation, true, true, true"
  })
  void restrictedToken_showsWhatItWasGrantedAndNoMore(
      String elements, boolean address, boolean buyer, boolean tax) {
    sellThree();
    String token = restricted(server, server.accessToken, elements.split(" "));

    Answer first = server.getAs(token, CREATED + "&MaxResultsPerPage=2");
    Answer second =
        server.getAs(
            token,
            SellerCalls.ORDERS
                + "?NextToken="
                + SellerCalls.member(first, "NextToken").orElseThrow());

    for (Answer page : List.of(first, second)) {
      assertThat(page.status()).isEqualTo(200);
      assertThat(page.body().contains(ADDRESS)).isEqualTo(address);
      assertThat(page.body().contains(PLACE)).isEqualTo(!address);
      assertThat(page.body().contains(BUYER)).isEqualTo(buyer);
      assertThat(page.body().contains(EMAIL)).isEqualTo(!buyer);
      assertThat(page.body().contains(TAX)).isEqualTo(tax);
    }
    assertThat(SellerCalls.ids(second)).containsExactly("114-0000000-0000002");
  }

  @Test
  void pageToken_goesWithEveryKindOfToken_andShowsWhatThatOneMay() {
    sellThree();
    String token = restricted(server, server.accessToken, "shippingAddress");
    String target = SellerCalls.ORDERS + "?NextToken=";
    String fromPlain =
        SellerCalls.member(server.get(CREATED + "&MaxResultsPerPage=1"), "NextToken").orElseThrow();
    String fromRestricted =
        SellerCalls.member(server.getAs(token, CREATED + "&MaxResultsPerPage=1"), "NextToken")
            .orElseThrow();

    assertThat(server.getAs(token, target + fromPlain).body()).contains(ADDRESS);
    assertThat(server.get(target + fromRestricted).body()).contains(PLACE).doesNotContain(ADDRESS);
  }

  @ParameterizedTest
  @EnumSource(SellerOrderStatus.class)
  void address_isShownInSomeStatesOnly(SellerOrderStatus status) {
    server.sell(
        TestServer.ACME, SampleSellerOrders.draft("114-0000000-0000001").status(status).build());
    String token = restricted(server, server.accessToken, "shippingAddress");

    assertThat(server.getAs(token, CREATED).body().contains("ShippingAddress"))
        .isEqualTo(status.showsShippingAddress());
    assertThat(server.get(CREATED).body().contains("ShippingAddress"))
        .isEqualTo(status.showsShippingAddress());
  }

  @Test
  void phone_isNotShownWhereAmazonShips() {
    server.sell(
        TestServer.ACME,
        SampleSellerOrders.draft("114-0000000-0000001")
            .by(FulfillmentChannel.AFN)
            .from("s", null)
            .build());

    assertThat(addresses()).contains(ADDRESS).doesNotContain("Phone");
  }

  @Test
  void phone_isShownUntilTheParcelMustHaveArrived() {
    Instant latest = TestServer.NOW.plus(Duration.ofMinutes(10));
    SellerOrder order =
        SampleSellerOrders.draft("114-0000000-0000001")
            .status(SellerOrderStatus.SHIPPED)
            .from("s", null)
            .deliveredBetween(latest.minusSeconds(60), latest)
            .build();
    server.sell(TestServer.ACME, order);
    String token = restricted(server, server.accessToken, "shippingAddress");

    server.clock.advance(Duration.ofMinutes(10));
    assertThat(server.getAs(token, CREATED).body()).contains(ADDRESS, "+1 206-555-0100");

    server.clock.advance(Duration.ofSeconds(1));
    assertThat(server.getAs(token, CREATED).body()).contains(ADDRESS).doesNotContain("Phone");
  }

  @Test
  void plainToken_showsNoEmailWhereThatIsSwitchedOff() {
    Catalogue strict =
        new Catalogue(Catalogue.Switches.OF_CONTRACT.with(new GetOrders.Switches(false, false)));
    try (TestServer other = new TestServer(made("other"), TestServer.UNLIMITED.with(strict))) {
      other.sell(TestServer.ACME, SampleSellerOrders.full("114-0000000-0000001"));

      assertThat(other.get(CREATED).body()).doesNotContain("BuyerInfo").contains(PLACE);
      assertThat(other.getAs(restricted(other, other.accessToken, "buyerInfo"), CREATED).body())
          .contains(BUYER);
    }
  }

  @Test
  void replacement_isAStringWhereThatIsObserved() {
    Catalogue observed =
        new Catalogue(Catalogue.Switches.OF_CONTRACT.with(new GetOrders.Switches(true, true)));
    try (TestServer other = new TestServer(made("other"), TestServer.UNLIMITED.with(observed))) {
      other.sell(TestServer.ACME, SampleSellerOrders.full("114-0000000-0000001"));

      assertThat(other.get(CREATED).body()).contains("\"IsReplacementOrder\":\"true\"");
    }
  }

  @Test
  void viewWithoutRestrictedData_erasesNone() {
    SellerOrder full = SampleSellerOrders.full("114-0000000-0000001");
    server.sell(TestServer.ACME, full);
    server.clock.advance(Duration.ofMinutes(1));
    server.sell(
        TestServer.ACME,
        SampleSellerOrders.draft("114-0000000-0000001")
            .status(SellerOrderStatus.SHIPPED)
            .updatedAt(SampleSellerOrders.UPDATED.plusSeconds(1))
            .to(null)
            .boughtBy(null)
            .build());

    assertThat(addresses()).contains(ADDRESS);
  }

  @Test
  void caller_withoutTheRole_isRefused() {
    String token = server.tokenFor(TestServer.ACME, Role.TAX_INVOICING);

    assertThat(server.getAs(token, CREATED).status()).isEqualTo(403);
  }

  private Path made(String name) {
    try {
      return Files.createDirectory(directory.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String addresses() {
    String token = restricted(server, server.accessToken, "shippingAddress");
    return server.getAs(token, CREATED).body();
  }
}
