package daybook.operation.reporting2021;

import daybook.contract.View;
import daybook.domain.BusinessOrder;
import daybook.domain.Shipment;
import daybook.json.JsonWriter;
import daybook.store.RecordKind;
import daybook.store.ViewId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The pieces of which answers of the Reporting API 2021-01-08 are made, all listed by the date of
 * the order: a head without braces around it, and each list by itself (CONTRACT 1.4).
 */
public final class OrderViews {

  private static final int VERSION = 1;

  private final View<BusinessOrder> head;
  private final Map<Part, View<BusinessOrder>> lists = new EnumMap<>(Part.class);

  /**
   * One of the pieces.
   *
   * @param id name and version; a spelling has its own name, so that changing it renders anew
   */
  private record OrderView(ViewId id, Function<BusinessOrder, byte[]> rendering)
      implements View<BusinessOrder> {

    @Override
    public Instant sortInstant(BusinessOrder order) {
      return order.orderDate();
    }

    @Override
    public byte[] render(BusinessOrder order) {
      return rendering.apply(order);
    }
  }

  /** Takes the spelling of states. */
  public OrderViews(StatusSpelling spelling) {
    BiConsumer<JsonWriter, Shipment> shipment = ShipmentJson.in(spelling);
    head = view("order2021" + spelling.suffix(), order -> head(order, spelling));
    lists.put(
        Part.LINE_ITEMS,
        view("lineItems2021", order -> list(order.lineItems(), LineItemJson::write)));
    lists.put(
        Part.SHIPMENTS,
        view("shipments2021" + spelling.suffix(), order -> list(order.shipments(), shipment)));
    lists.put(Part.CHARGES, view("charges2021", order -> list(order.charges(), ChargeJson::write)));
  }

  /** Returns all of them. */
  public List<View<BusinessOrder>> all() {
    return Stream.concat(Stream.of(head), lists.values().stream()).toList();
  }

  /** Returns the view of the head. */
  ViewId head() {
    return head.id();
  }

  /** Returns the views of lists, in their order. */
  List<ViewId> of(Included included) {
    return included.parts().stream()
        .map(part -> Objects.requireNonNull(lists.get(part)).id())
        .toList();
  }

  private static View<BusinessOrder> view(String name, Function<BusinessOrder, byte[]> rendering) {
    return new OrderView(new ViewId(RecordKind.BUSINESS_ORDER, name, VERSION), rendering);
  }

  private static byte[] head(BusinessOrder order, StatusSpelling spelling) {
    JsonWriter json = new JsonWriter().object();
    OrderJson.writeHead(json, order, spelling);
    byte[] object = json.endObject().toBytes();
    return Arrays.copyOfRange(object, 1, object.length - 1);
  }

  // A list that nobody knows is shown like one without elements: a caller asked for a list.
  private static <T> byte[] list(
      @Nullable Collection<T> elements, BiConsumer<JsonWriter, T> element) {
    JsonWriter json = new JsonWriter().array();
    if (elements != null) {
      elements.forEach(value -> element.accept(json, value));
    }
    return json.endArray().toBytes();
  }
}
