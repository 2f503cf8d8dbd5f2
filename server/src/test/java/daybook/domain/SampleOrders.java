package daybook.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Orders for tests: complete ones by default, and whatever differs by a draft. */
public final class SampleOrders {

  /** When sample orders were placed, unless they say otherwise. */
  public static final Instant PLACED = Instant.parse("2025-03-04T05:06:07Z");

  private SampleOrders() {}

  /** Returns a complete order with two lines, a shipment and a charge. */
  public static BusinessOrder order(String orderId) {
    return draft(orderId).build();
  }

  /** Returns a complete order that was placed then. */
  public static BusinessOrder order(String orderId, Instant placedAt) {
    return draft(orderId).placedAt(placedAt).build();
  }

  /** Starts a complete order. */
  public static Draft draft(String orderId) {
    return new Draft(orderId);
  }

  /** Returns US dollars. */
  public static Money usd(String amount) {
    return Money.of("USD", amount);
  }

  /** An order being described. */
  public static final class Draft {

    private final String orderId;
    private Instant placedAt = PLACED;
    private Region region = Region.US;
    private String purchaseOrder = "PO-1";
    private OrderStatus status = OrderStatus.CLOSED;
    private String currency = "USD";
    private int lines = 2;

    private Draft(String orderId) {
      this.orderId = orderId;
    }

    /** Sets when it was placed. */
    public Draft placedAt(Instant instant) {
      placedAt = instant;
      return this;
    }

    /** Sets where it was placed, null for unknown, and pays in the currency of the place. */
    public Draft in(Region place) {
      region = place;
      currency = place == null ? currency : place.currencyCode();
      return this;
    }

    /** Sets the purchase order number, null for none. */
    public Draft purchaseOrder(String number) {
      purchaseOrder = number;
      return this;
    }

    /** Sets the status. */
    public Draft status(OrderStatus value) {
      status = value;
      return this;
    }

    /** Sets how many lines it has, -1 for unknown. */
    public Draft lines(int number) {
      lines = number;
      return this;
    }

    /** Returns the order. Each line is 2 x 17.50 and 2.45 tax. */
    public BusinessOrder build() {
      int known = Math.max(lines, 0);
      Amounts amounts = amounts(known);
      return new BusinessOrder(
          orderId,
          placedAt,
          region,
          purchaseOrder,
          status,
          2 * known,
          amounts,
          new Customer("A1B2C3", "Ada Byron", "ada@example.com"),
          "Laboratory",
          Map.of("costCenter", "4711"),
          new Customer("D4E5F6", "Grace Hopper", "grace@example.com"),
          "Example Works Inc.",
          lines < 0 ? null : lineItems(known),
          lines < 0 ? null : List.of(shipment(known, amounts)),
          lines < 0 ? null : List.of(charge(amounts)));
    }

    private Money money(long cents) {
      return new Money(currency, BigDecimal.valueOf(cents, 2));
    }

    private Amounts amounts(int times) {
      return new Amounts(
          money(3500L * times), money(0), money(0), money(245L * times), money(3745L * times));
    }

    private List<LineItem> lineItems(int number) {
      List<LineItem> items = new ArrayList<>();
      for (int i = 1; i <= number; i++) {
        items.add(lineItem(i));
      }
      return items;
    }

    private LineItem lineItem(int number) {
      return new LineItem(
          new Product(
              "B0SAMPLE0" + number,
              "Sample product " + number,
              "Office Product",
              "44121700",
              "New",
              null,
              "Brand",
              "Maker"),
          money(1999),
          money(1750),
          2,
          amounts(1),
          Integer.toString(number),
          TaxExemption.NONE,
          Discount.NONE,
          new Seller(
              "Sample Seller", new Address("1 Main St", null, "Austin", "TX", "78701", "US")),
          List.of("Small Business"),
          List.of(),
          List.of("T-" + orderId),
          List.of("TRACK-" + orderId));
    }

    private Shipment shipment(int number, Amounts amounts) {
      return new Shipment(
          placedAt.plus(1, ChronoUnit.DAYS),
          "TRACK-" + orderId,
          placedAt.plus(3, ChronoUnit.DAYS),
          DeliveryStatus.DELIVERED,
          2 * number,
          amounts,
          "UPS",
          new Address("2 Side St", null, "Boston", "MA", "02101", "US"));
    }

    private Charge charge(Amounts amounts) {
      return new Charge(
          placedAt.plus(1, ChronoUnit.DAYS),
          "T-" + orderId,
          amounts.netTotal(),
          "Credit card",
          "1234");
    }
  }
}
