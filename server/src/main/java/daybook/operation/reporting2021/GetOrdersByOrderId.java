package daybook.operation.reporting2021;

import daybook.contract.Body;
import daybook.contract.Dialect;
import daybook.contract.Fault;
import daybook.contract.Operation;
import daybook.contract.OperationRequest;
import daybook.contract.OperationSpec;
import daybook.contract.Page;
import daybook.contract.Parsed;
import daybook.contract.Role;
import daybook.contract.UsagePlan;
import daybook.json.Excerpt;
import daybook.listing.BusinessWording;
import daybook.listing.Reading;
import daybook.store.Store;
import daybook.store.ViewId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One order of any age by its id, with the lists that are asked for (CONTRACT 1.4). */
public final class GetOrdersByOrderId implements Operation<OrderQuery> {

  private static final OperationSpec SPEC =
      new OperationSpec(
          "getOrdersByOrderId",
          "/reports/2021-01-08/orders/{orderId}",
          "CONTRACT 1.4",
          Role.AMAZON_BUSINESS_ANALYTICS,
          UsagePlan.of("0.5", 10),
          Dialect.REPORTING_2021);

  private final OrderViews views;
  private final OrderSwitches switches;

  /** Takes the views it reads and its switches. */
  public GetOrdersByOrderId(OrderViews views, OrderSwitches switches) {
    this.views = views;
    this.switches = switches;
  }

  @Override
  public OperationSpec spec() {
    return SPEC;
  }

  @Override
  public Parsed<OrderQuery> parse(OperationRequest request) {
    Reading reading = new Reading(request, BusinessWording.OF_2021);
    Included included = Included.read(reading);
    String orderId = request.parameters().path("orderId").strip();
    return reading.result(() -> new OrderQuery(request.caller().account(), orderId, included));
  }

  @Override
  public Page read(OrderQuery query, Store store) {
    List<ViewId> pieces = new ArrayList<>(List.of(views.head()));
    pieces.addAll(views.of(query.included()));
    Optional<List<byte[]>> order = store.orders().pieces(query.account(), query.orderId(), pieces);
    return new Page(order.orElse(List.of()), null);
  }

  @Override
  public Optional<Fault.NotFound> missing(Page page, OrderQuery query) {
    return page.pieces().isEmpty() && !switches.unknownIsEmpty()
        ? Optional.of(new Fault.NotFound("the account has no order " + Excerpt.of(query.orderId())))
        : Optional.empty();
  }

  @Override
  public Body render(Page page, OrderQuery query, OperationRequest request) {
    return query.included().render(page);
  }
}
