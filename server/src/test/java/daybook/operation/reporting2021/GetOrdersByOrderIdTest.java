package daybook.operation.reporting2021;

import static daybook.listing.Requests.NOW;
import static daybook.listing.Requests.accepted;
import static daybook.listing.Requests.messages;
import static daybook.listing.Requests.refused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import daybook.contract.Fault;
import daybook.contract.OperationRequest;
import daybook.contract.Page;
import daybook.listing.Requests;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What getOrdersByOrderId reads from a request (CONTRACT 1.4). */
final class GetOrdersByOrderIdTest {

  private static final Page NOTHING = new Page(List.of(), null);

  private final OrderViews views = new OrderViews(StatusSpelling.DOCUMENTED);
  private final GetOrdersByOrderId operation =
      new GetOrdersByOrderId(views, OrderSwitches.OF_CONTRACT);

  @ParameterizedTest(name = "order id \"{0}\"")
  @ValueSource(strings = {"114-0575598-4117065", "D01-9529667-4499466", "a/b", "\u00c4", "%"})
  void orderId_isTakenAsItIs(String id) {
    assertThat(accepted(operation, request(id)))
        .isEqualTo(new OrderQuery(Requests.CALLER.account(), id, new Included(List.of())));
  }

  @Test
  void orderId_isTakenWithoutBlanksAroundIt() {
    assertThat(accepted(operation, request(" 114-1 ")).orderId()).isEqualTo("114-1");
  }

  @ParameterizedTest(name = "CONTRACT 1.4: {0} asks for {1}")
  @CsvSource({
    "includeLineItems=true,LINE_ITEMS",
    "includeShipments=True,SHIPMENTS",
    "includeCharges=1,CHARGES"
  })
  void flags_askForLists(String pair, Part part) {
    assertThat(accepted(operation, request("1", pair)).included().parts()).containsExactly(part);
  }

  @Test
  void flags_areRefusedAllAtOnce() {
    assertThat(
            messages(refused(operation, request("1", "includeLineItems=y", "includeShipments=n"))))
        .containsExactly(
            "The parameter includeLineItems is not a boolean value.",
            "The parameter includeShipments is not a boolean value.");
  }

  @ParameterizedTest(name = "CONTRACT 1.4: {0} is none of its parameters")
  @ValueSource(
      strings = {
        "nextPageToken=damaged",
        "startDate=never",
        "endDate=2001-01-01",
        "purchaseOrderNumber=x",
        "orderId=2"
      })
  void parameters_ofTheListingAreIgnored(String pair) {
    assertThat(accepted(operation, request("1", pair)))
        .isEqualTo(accepted(operation, request("1")));
  }

  @Test
  void unknownOrder_isNotFound() {
    OrderQuery query = accepted(operation, request("114-1"));
    assertThat(operation.missing(NOTHING, query))
        .contains(new Fault.NotFound("the account has no order 114-1"));
    Page page = new Page(List.of("\"orderId\":\"114-1\"".getBytes(UTF_8)), null);
    assertThat(operation.missing(page, query)).isEmpty();
  }

  @Test
  void unknownOrder_isAnEmptyListWhenTheSwitchIsOn() {
    GetOrdersByOrderId lenient =
        new GetOrdersByOrderId(
            views, new OrderSwitches(StatusSpelling.DOCUMENTED, DateLimits.NONE, true, false));
    assertThat(lenient.missing(NOTHING, accepted(lenient, request("114-1")))).isEmpty();
  }

  private static OperationRequest request(String orderId, String... pairs) {
    return Requests.request(NOW, Map.of("orderId", orderId), pairs);
  }
}
