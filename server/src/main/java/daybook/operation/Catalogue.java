package daybook.operation;

import daybook.contract.Operation;
import daybook.contract.OperationSpec;
import daybook.contract.Shape;
import daybook.document.BusinessOrders;
import daybook.document.Family;
import daybook.document.payment.Transactions;
import daybook.document.seller.SellerOrders;
import daybook.domain.BusinessOrder;
import daybook.domain.payment.Transaction;
import daybook.domain.seller.SellerOrder;
import daybook.operation.orders0.GetOrders;
import daybook.operation.orders0.SellerOrderShape;
import daybook.operation.orders0.SellerOrderView;
import daybook.operation.reconciliation2021.GetTransactions;
import daybook.operation.reconciliation2021.TransactionShape;
import daybook.operation.reconciliation2021.TransactionView;
import daybook.operation.reporting2021.GetOrdersByOrderDate;
import daybook.operation.reporting2021.GetOrdersByOrderId;
import daybook.operation.reporting2021.OrderShape;
import daybook.operation.reporting2021.OrderSwitches;
import daybook.operation.reporting2021.OrderViews;
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
   * @param orders2021 the choices for the operations of 2021
   * @param orders0 the choices for getOrders
   */
  public record Switches(
      Duration clockSkew,
      Period lookBack,
      boolean regionRequired,
      OrderSwitches orders2021,
      GetOrders.Switches orders0) {

    /** What the contract decides where its sources disagree. */
    public static final Switches OF_CONTRACT =
        new Switches(
            Duration.ofSeconds(60),
            Period.ofYears(2),
            false,
            OrderSwitches.OF_CONTRACT,
            GetOrders.Switches.OF_CONTRACT);

    /** Returns the same switches with others for the operations of 2021. */
    public Switches with(OrderSwitches other) {
      return new Switches(clockSkew, lookBack, regionRequired, other, orders0);
    }

    /** Returns the same switches with others for getOrders. */
    public Switches with(GetOrders.Switches other) {
      return new Switches(clockSkew, lookBack, regionRequired, orders2021, other);
    }
  }

  private final List<Operation<?>> operations;
  private final Family<BusinessOrder> orders;
  private final Family<SellerOrder> sellerOrders;

  private final Family<Transaction> transactions =
      new Family<>(
          new Transactions(), List.of(new TransactionView()), List.of(new TransactionShape()));

  /** Lists everything, as the contract decides. */
  public Catalogue() {
    this(Switches.OF_CONTRACT);
  }

  /** Lists everything, as the switches decide. */
  public Catalogue(Switches switches) {
    OrderSwitches of2021 = switches.orders2021();
    OrderViews views = new OrderViews(of2021.spelling());
    List<Operation<?>> listings =
        List.of(
            new GetOrderReports(switches.clockSkew()),
            new GetOrderReportsByPurchaseOrderNumber(
                switches.lookBack(), switches.regionRequired()),
            new GetOrdersByOrderDate(views, of2021),
            new GetOrdersByOrderId(views, of2021),
            new GetTransactions(of2021.tokenAlone()),
            new GetOrders(switches.orders0()));
    List<OperationSpec> served = listings.stream().map(Operation::spec).toList();
    operations =
        Stream.concat(listings.stream(), Stream.of(new CreateRestrictedDataToken(served))).toList();
    boolean flagAsText = switches.orders0().flagAsText();
    sellerOrders =
        new Family<>(
            new SellerOrders(),
            List.copyOf(SellerOrderView.both(flagAsText)),
            List.of(new SellerOrderShape(flagAsText)));
    orders =
        new Family<>(
            new BusinessOrders(),
            Stream.concat(Stream.of(new OrderReportView()), views.all().stream()).toList(),
            List.of(new OrderReportShape(), new OrderShape()));
  }

  /** Returns the operations that are served. */
  public List<Operation<?>> operations() {
    return operations;
  }

  /** Returns orders as their buyers see them. */
  public Family<BusinessOrder> orders() {
    return orders;
  }

  /** Returns the transactions of buyers. */
  public Family<Transaction> transactions() {
    return transactions;
  }

  /** Returns orders as their sellers see them. */
  public Family<SellerOrder> sellerOrders() {
    return sellerOrders;
  }

  /** Returns all kinds of record with their views and shapes. */
  public List<Family<?>> families() {
    return List.of(orders, transactions, sellerOrders);
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
