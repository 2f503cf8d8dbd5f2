package daybook.world;

import daybook.domain.AsOf;
import daybook.domain.BusinessOrder;
import daybook.domain.Discount;
import daybook.domain.LineItem;
import daybook.domain.OrderStatus;
import daybook.domain.TaxExemption;
import daybook.ingest.Observed;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What the buyer is shown of a purchase at some moment.
 *
 * <p>A cancelled order shows what Amazon's own sandbox shows: its lines with the quantities asked
 * for, no units and no money, no shipments and no charges. Only two dates may lie after the moment:
 * when a parcel is expected, and when a certificate ends.
 */
final class BuyerSide {

  private final long now;
  private final Fulfilment fulfilment;

  BuyerSide(Instant now) {
    this.now = now.getEpochSecond();
    fulfilment = new Fulfilment(this.now);
  }

  /** Returns the order and when its last event was. */
  Observed<BusinessOrder> observe(Purchase purchase) {
    Timeline life = purchase.life();
    Company.Buyer buyer = purchase.buyer();
    boolean cancelled = life.status(now) == OrderStatus.CANCELLED;
    Sums sums =
        cancelled
            ? Sums.NONE
            : Sums.of(purchase.lines().stream().map(Purchase.Line::sums).toList());
    int units = purchase.lines().stream().mapToInt(Purchase.Line::quantity).sum();
    Market market = purchase.market();
    BusinessOrder order =
        new BusinessOrder(
            purchase.orderId(),
            Instant.ofEpochSecond(life.placed()),
            market.region(),
            purchase.purchaseOrderNumber(),
            life.status(now),
            cancelled ? 0 : units,
            sums.amounts(market),
            buyer.person(),
            buyer.group(),
            purchase.fields(),
            life.isApprovedBySomebody(now) ? buyer.approver() : null,
            buyer.legalEntityName(),
            cancelled ? cancelledLines(purchase) : lines(purchase),
            cancelled ? List.of() : fulfilment.shipments(purchase),
            cancelled ? List.of() : fulfilment.charges(purchase));
    return new Observed<>(order, new AsOf(Instant.ofEpochSecond(life.lastEvent(now)), 0));
  }

  private static List<LineItem> cancelledLines(Purchase purchase) {
    List<LineItem> items = new ArrayList<>();
    for (Purchase.Line line : purchase.lines()) {
      Purchase.Line free =
          new Purchase.Line(
              line.article(),
              line.vendor(),
              line.quantity(),
              line.listPrice(),
              0,
              null,
              0,
              line.exempt(),
              line.reference(),
              Sums.NONE);
      items.add(item(purchase.market(), free, List.of(), List.of()));
    }
    return items;
  }

  private List<LineItem> lines(Purchase purchase) {
    List<LineItem> items = new ArrayList<>(purchase.lines().size());
    for (int i = 0; i < purchase.lines().size(); i++) {
      items.add(
          item(
              purchase.market(),
              purchase.lines().get(i),
              fulfilment.transactionIds(purchase, i),
              fulfilment.trackingNumbers(purchase, i)));
    }
    return items;
  }

  private static LineItem item(
      Market market, Purchase.Line line, List<String> transactions, List<String> trackingNumbers) {
    return new LineItem(
        line.article().product(),
        market.money(line.listPrice()),
        market.money(line.price()),
        line.quantity(),
        line.sums().amounts(market),
        line.reference(),
        exemption(line),
        discount(market, line),
        line.vendor().seller(),
        line.vendor().credentialNames(),
        line.vendor().credentials(),
        transactions,
        trackingNumbers);
  }

  private static TaxExemption exemption(Purchase.Line line) {
    if (line.exempt() == null) {
      return TaxExemption.NONE;
    }
    return new TaxExemption(line.exempt(), line.exempt() ? "Non-profit organization" : null, false);
  }

  private static Discount discount(Market market, Purchase.Line line) {
    if (line.program() == null) {
      return Discount.NONE;
    }
    return new Discount(
        line.program(),
        "Percent off",
        market.money((line.listPrice() - line.price()) * line.quantity()),
        BigDecimal.valueOf(line.discountPercent(), 2).toPlainString());
  }
}
