package daybook.domain.seller;

import daybook.domain.Money;
import daybook.domain.seller.SellerAddress.Contact;
import daybook.domain.seller.SellerAddress.Coordinates;
import daybook.domain.seller.SellerAddress.Extended;
import daybook.domain.seller.SellerAddress.Finer;
import daybook.domain.seller.SellerAddress.Lines;
import daybook.domain.seller.SellerAddress.Place;
import daybook.domain.seller.SellerFulfilment.Automation;
import daybook.domain.seller.SellerFulfilment.Dates;
import daybook.domain.seller.SellerFulfilment.Service;
import daybook.domain.seller.SellerFulfilment.Source;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Seller orders that tests begin with, and a draft to change single things of them. */
public final class SampleSellerOrders {

  public static final Instant PLACED = Instant.parse("2025-03-04T05:06:07Z");
  public static final Instant UPDATED = Instant.parse("2025-03-05T06:07:08Z");

  private SampleSellerOrders() {}

  /** Returns the draft of an unshipped order in the United States, of which the usual is known. */
  public static Draft draft(String id) {
    return new Draft(id);
  }

  /** Returns an order of which everything is known. */
  public static SellerOrder full(String id) {
    Map<OrderFlag, Boolean> flags = new EnumMap<>(OrderFlag.class);
    for (OrderFlag flag : OrderFlag.values()) {
      flags.put(flag, flags.size() % 2 == 0);
    }
    return new SellerOrder(
        id,
        "S-" + id,
        PLACED,
        UPDATED,
        SellerOrderStatus.SHIPPED,
        new Sale(
            "ATVPDKIKX0DER", "Amazon.com", "WebsiteOrderChannel", OrderType.STANDARD_ORDER, "Loja"),
        payment(),
        fulfilment(),
        new Invoicing(
            Invoicing.Preference.BUSINESS,
            List.of(new TaxClassification("CNPJ", "11.222.333/0001-81")),
            Invoicing.ElectronicStatus.NOT_REQUIRED),
        flags,
        "113-0000000-0000000",
        address("Ada Byron"),
        buyer(),
        new BuyerTaxInformation("Ornek AS", "Istiklal Cd. 1", "1234567890", "Beyoglu"));
  }

  /** Returns an address of which everything is known. */
  public static SellerAddress address(String name) {
    return new SellerAddress(
        new Contact(name, "Example Works", "+1 206-555-0100"),
        new Lines("1 Cross St.", "Floor 2", "Door 3"),
        new Place("Canton", "MI", "48817", "US", new Finer("Wayne", "North", "Canton Township")),
        new Extended(
            "Cross St.",
            "1",
            "Floor 2",
            "Old Town",
            new Coordinates(new BigDecimal("42.30"), new BigDecimal("-83.4822"))),
        SellerAddress.Type.COMMERCIAL);
  }

  /** Returns a buyer of whom everything is known. */
  public static BuyerInfo buyer() {
    return new BuyerInfo(
        "5ftnkh20gxxxxxx@marketplace.amazon.com",
        "Ada Byron",
        "Wayne",
        new BuyerInfo.Tax("Example Works Inc.", "US", List.of(new TaxClassification("EIN", "12"))),
        "PO-4711");
  }

  private static SellerPayment payment() {
    return new SellerPayment(
        Money.of("USD", "11.01"),
        SellerPayment.Method.OTHER,
        List.of("CreditCard", "GiftCertificate"),
        List.of(
            new SellerPayment.Execution(
                Money.of("USD", "10.00"), "CreditCard", "acq-1", "Visa", "A1B2"),
            new SellerPayment.Execution(Money.of("USD", "1.01"), "GC", null, null, null)));
  }

  private static SellerFulfilment fulfilment() {
    return new SellerFulfilment(
        FulfillmentChannel.MFN,
        2,
        1,
        new Service(
            "Std US D2D Dom",
            "Standard",
            "CBA",
            new Dates(
                Instant.parse("2025-03-05T08:00:00Z"),
                Instant.parse("2025-03-06T08:00:00Z"),
                Instant.parse("2025-03-08T08:00:00Z"),
                Instant.parse("2025-03-12T08:00:00Z"),
                Instant.parse("2025-03-07T08:00:00Z"))),
        EasyShipStatus.PENDING_PICK_UP,
        new Source(address("Warehouse"), "source-1", "store-1"),
        new Automation(true, "USPS", "USPS First Class"));
  }

  /** An order that is being changed. */
  public static final class Draft {

    private final SellerOrder full;
    private Instant placed = PLACED;
    private Instant updated = UPDATED;
    private SellerOrderStatus status = SellerOrderStatus.UNSHIPPED;
    private Sale sale;
    private SellerPayment payment;
    private SellerFulfilment fulfilment;
    private Invoicing invoicing = Invoicing.UNKNOWN;
    private Map<OrderFlag, Boolean> flags = Map.of(OrderFlag.IS_ISPU, false);
    private String sellerOrderId;
    private SellerAddress address;
    private BuyerInfo buyer;

    private Draft(String id) {
      full = full(id);
      sale = new Sale("ATVPDKIKX0DER", "Amazon.com", null, OrderType.STANDARD_ORDER, null);
      payment = full.payment();
      fulfilment = full.fulfilment();
      address = full.shippingAddress();
      buyer = full.buyer();
      easyShip(null);
    }

    public Draft placedAt(Instant instant) {
      placed = instant;
      return this;
    }

    public Draft updatedAt(Instant instant) {
      updated = instant;
      return this;
    }

    public Draft status(SellerOrderStatus other) {
      status = other;
      return this;
    }

    public Draft in(Marketplace marketplace) {
      sale = new Sale(marketplace.id(), sale.salesChannel(), null, sale.type(), null);
      return this;
    }

    public Draft sellerOrderId(String id) {
      sellerOrderId = id;
      return this;
    }

    public Draft to(SellerAddress other) {
      address = other;
      return this;
    }

    public Draft boughtBy(BuyerInfo other) {
      buyer = other;
      return this;
    }

    public Draft email(String email) {
      return boughtBy(new BuyerInfo(email, "Ada Byron", null, null, null));
    }

    public Draft flag(OrderFlag flag, boolean value) {
      flags = new EnumMap<>(flags);
      flags.put(flag, value);
      return this;
    }

    public Draft paidBy(SellerPayment.Method method) {
      payment =
          new SellerPayment(payment.total(), method, payment.methodDetails(), payment.execution());
      return this;
    }

    public Draft total(Money total) {
      payment = new SellerPayment(total, payment.method(), null, null);
      return this;
    }

    public Draft invoice(Invoicing.ElectronicStatus state) {
      invoicing = new Invoicing(null, null, state);
      return this;
    }

    public Draft easyShip(EasyShipStatus state) {
      return fulfilled(
          old ->
              new SellerFulfilment(
                  old.channel(), 0, 1, old.service(), state, old.source(), old.automation()));
    }

    public Draft by(FulfillmentChannel channel) {
      return fulfilled(
          old ->
              new SellerFulfilment(
                  channel,
                  old.itemsShipped(),
                  old.itemsUnshipped(),
                  old.service(),
                  old.easyShipStatus(),
                  old.source(),
                  old.automation()));
    }

    public Draft deliveredBetween(Instant earliest, Instant latest) {
      return fulfilled(
          old ->
              new SellerFulfilment(
                  old.channel(),
                  old.itemsShipped(),
                  old.itemsUnshipped(),
                  new Service(
                      "Std", "Standard", null, new Dates(null, null, earliest, latest, null)),
                  old.easyShipStatus(),
                  old.source(),
                  old.automation()));
    }

    public Draft from(String supplySource, String store) {
      return fulfilled(
          old ->
              new SellerFulfilment(
                  old.channel(),
                  old.itemsShipped(),
                  old.itemsUnshipped(),
                  old.service(),
                  old.easyShipStatus(),
                  new Source(null, supplySource, store),
                  old.automation()));
    }

    public Draft fulfilled(UnaryOperator<SellerFulfilment> change) {
      fulfilment = change.apply(fulfilment);
      return this;
    }

    public SellerOrder build() {
      return new SellerOrder(
          full.amazonOrderId(),
          sellerOrderId,
          placed,
          updated,
          status,
          sale,
          payment,
          fulfilment,
          invoicing,
          flags,
          null,
          address,
          buyer,
          null);
    }
  }
}
