package daybook.operation;

import daybook.contract.Operation;
import daybook.contract.OperationSpec;
import daybook.contract.Shape;
import daybook.document.BusinessOrders;
import daybook.document.Family;
import daybook.document.seller.SellerOrders;
import daybook.domain.BusinessOrder;
import daybook.domain.seller.SellerOrder;
import daybook.operation.orders0.GetOrders;
import daybook.operation.orders0.SellerOrderShape;
import daybook.operation.orders0.SellerOrderView;
import daybook.operation.reporting2021.OrderShape;
import daybook.operation.reporting2025.GetOrderReports;
import daybook.operation.reporting2025.GetOrderReportsByPurchaseOrderNumber;
import daybook.operation.reporting2025.OrderReportShape;
import daybook.operation.reporting2025.OrderReportView;
import daybook.operation.tokens2021.CreateRestrictedDataToken;
import daybook.store.ViewId;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that is served, rendered, imported and exported.
 *
 * <p>Route, role, usage plan, access log and metrics of an operation follow from its line here.
 */
public final class Catalogue {

  /**
   * The choices that the contract leaves open.
   *
   * @param clockSkew how far in the future an end date may lie
   * @param lookBack how far back a listing by purchase order number reaches
   * @param regionRequired whether a listing by purchase order number must name a region
   * @param plainEmail whether sellers see a buyer's e-mail address with a plain access token
   * @param flagAsText whether IsReplacementOrder is a string, as live answers have it
   */
  public record Switches(
      Duration clockSkew,
      Period lookBack,
      boolean regionRequired,
      boolean plainEmail,
      boolean flagAsText) {

    /** What the contract decides where its sources disagree. */
    public static final Switches OF_CONTRACT =
        new Switches(Duration.ofSeconds(60), Period.ofYears(2), false, true, false);
  }

  private final List<Operation<?>> operations;
  private final Family<SellerOrder> sellerOrders;
  private final Family<BusinessOrder> orders =
      new Family<>(
          new BusinessOrders(),
          List.of(new OrderReportView()),
          List.of(new OrderReportShape(), new OrderShape()));

  /** Lists everything, as the contract decides. */
  public Catalogue() {
    this(Switches.OF_CONTRACT);
  }

  /** Lists everything, as the switches decide. */
  public Catalogue(Switches switches) {
    List<Operation<?>> listings =
        List.of(
            new GetOrderReports(switches.clockSkew()),
            new GetOrderReportsByPurchaseOrderNumber(
                switches.lookBack(), switches.regionRequired()),
            new GetOrders(switches.plainEmail(), switches.flagAsText()));
    List<OperationSpec> served = listings.stream().map(Operation::spec).toList();
    operations =
        Stream.concat(listings.stream(), Stream.of(new CreateRestrictedDataToken(served))).toList();
    sellerOrders =
        new Family<>(
            new SellerOrders(),
            List.copyOf(SellerOrderView.both(switches.flagAsText())),
            List.of(new SellerOrderShape(switches.flagAsText())));
  }

  /** Returns the operations that are served. */
  public List<Operation<?>> operations() {
    return operations;
  }

  /** Returns orders as their buyers see them. */
  public Family<BusinessOrder> orders() {
    return orders;
  }

  /** Returns orders as their sellers see them. */
  public Family<SellerOrder> sellerOrders() {
    return sellerOrders;
  }

  /** Returns all kinds of record with their views and shapes. */
  public List<Family<?>> families() {
    return List.of(orders, sellerOrders);
  }

  /** Returns the views of which records keep pieces. */
  public List<ViewId> viewIds() {
    return families().stream().flatMap(family -> family.viewIds().stream()).toList();
  }

  /** Returns the shapes in which records come and go. */
  public List<Shape<?>> shapes() {
    return families().stream().<Shape<?>>flatMap(family -> family.shapes().stream()).toList();
  }
}
