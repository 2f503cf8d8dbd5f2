package daybook.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import daybook.domain.AccountId;
import daybook.domain.AsOf;
import daybook.domain.BusinessOrder;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Writes and scans for tests of stores: pieces say which order, revision and view they are of. */
public final class SampleWrites {

  /** An account. */
  public static final AccountId ONE = new AccountId("ONE");

  /** Another account. */
  public static final AccountId TWO = new AccountId("TWO");

  /** A view that is sorted by order date. */
  public static final ViewId BY_DATE = new ViewId(RecordKind.BUSINESS_ORDER, "byDate", 1);

  /** A later version of that view. */
  public static final ViewId BY_DATE_2 = new ViewId(RecordKind.BUSINESS_ORDER, "byDate", 2);

  /** A view that is sorted by the second after the order date, counted backwards from 2030. */
  public static final ViewId BACKWARDS = new ViewId(RecordKind.BUSINESS_ORDER, "backwards", 1);

  private static final Instant END = Instant.parse("2030-01-01T00:00:00Z");

  private SampleWrites() {}

  /** Returns the write of a new order with a piece of {@link #BY_DATE}. */
  public static RecordWrite<BusinessOrder> fresh(BusinessOrder order) {
    return after(0, order);
  }

  /** Returns the write of an order that was merged with a revision. */
  public static RecordWrite<BusinessOrder> after(long revision, BusinessOrder order) {
    return after(revision, order, BY_DATE);
  }

  /** Returns the write of an order that was merged with a revision, with pieces of some views. */
  public static RecordWrite<BusinessOrder> after(
      long revision, BusinessOrder order, ViewId... views) {
    String text = "document " + order.orderId() + "#" + (revision + 1);
    return new RecordWrite<>(
        order.orderId(),
        order,
        text.getBytes(UTF_8),
        new AsOf(SampleWrites.sortInstant(BACKWARDS, order), revision),
        revision,
        pieces(order, revision + 1, views));
  }

  /** Returns pieces of an order. */
  public static List<Piece> pieces(BusinessOrder order, long revision, ViewId... views) {
    return Arrays.stream(views).map(view -> piece(order, revision, view)).toList();
  }

  private static Piece piece(BusinessOrder order, long revision, ViewId view) {
    String text = order.orderId() + "#" + revision + "@" + view;
    return new Piece(view, sortInstant(view, order), text.getBytes(UTF_8));
  }

  /** Returns the instant by which a view sorts an order. */
  public static Instant sortInstant(ViewId view, BusinessOrder order) {
    return view.equals(BACKWARDS)
        ? END.minusMillis(order.orderDate().toEpochMilli())
        : order.orderDate();
  }

  /** Returns the text of the piece that such a write leaves behind. */
  public static String text(String orderId, long revision) {
    return orderId + "#" + revision + "@" + BY_DATE;
  }

  /** Puts writes into a batch. */
  @SafeVarargs
  public static Batch<BusinessOrder> batch(
      AccountId account, RecordWrite<BusinessOrder>... writes) {
    return new Batch<>(account, List.of(writes));
  }

  /** Puts writes of new orders into a batch. */
  public static Batch<BusinessOrder> batch(AccountId account, BusinessOrder... orders) {
    return new Batch<>(account, Stream.of(orders).map(SampleWrites::fresh).toList());
  }

  /** Asks for the first page of everything. */
  public static Scan everything(AccountId account, Filter... filters) {
    return new Scan(
        account,
        BY_DATE,
        Instant.EPOCH,
        Instant.parse("2040-01-01T00:00:00Z"),
        null,
        1000,
        List.of(filters));
  }

  /** Returns the texts of a page. */
  public static List<String> texts(Slice slice) {
    return slice.pieces().stream().map(piece -> new String(piece, UTF_8)).toList();
  }
}
