package daybook.ingest;

import daybook.contract.Shape;
import daybook.domain.AsOf;
import daybook.domain.BusinessOrder;
import daybook.ingest.ImportProblem.Kind;
import daybook.json.Excerpt;
import daybook.json.JsonObject;
import daybook.json.JsonPlace;
import daybook.json.JsonProblem;
import daybook.json.JsonRecord;
import daybook.json.JsonSink;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns the records of one file into orders, and what is no order into problems. */
final class RecordIntake implements JsonSink {

  private final String file;
  private final Instant asOf;
  private final List<Shape<BusinessOrder>> shapes;
  private final Target target;
  private final ProblemSink problems;
  private final Repeats repeats = new Repeats();
  private long read;
  private long withoutRegion;
  private @Nullable JsonPlace firstWithoutRegion;

  /** Takes good orders. */
  @FunctionalInterface
  interface Target {
    /** Takes an order whose record had the given length in bytes. */
    void take(Observed observed, long length);
  }

  RecordIntake(
      String file,
      Instant asOf,
      List<Shape<BusinessOrder>> shapes,
      Target target,
      ProblemSink problems) {
    this.file = file;
    this.asOf = asOf;
    this.shapes = shapes;
    this.target = target;
    this.problems = problems;
  }

  /** Returns how many records there were, good or bad. */
  long read() {
    return read;
  }

  @Override
  public void record(JsonRecord found) {
    read++;
    JsonObject object = found.object();
    Shape<BusinessOrder> shape = shape(object, found.envelope());
    if (shape == null) {
      refuse(found.place(), id(object), Kind.REFUSED, Unrecognised.describe(object, shapes));
      return;
    }
    BusinessOrder order;
    try {
      order = shape.read(object);
    } catch (JsonProblem e) {
      refuse(found.place(), id(object), Kind.REFUSED, String.valueOf(e.getMessage()));
      return;
    }
    checkRepeat(order, shape, found.place());
    if (order.region() == null) {
      withoutRegion++;
      firstWithoutRegion = firstWithoutRegion == null ? found.place() : firstWithoutRegion;
    }
    // Bad records count too, so that mending one does not make the others look newer.
    target.take(new Observed(order, new AsOf(asOf, read)), found.length());
  }

  @Override
  public void refused(JsonPlace place, String reason) {
    read++;
    refuse(place, null, Kind.REFUSED, reason);
  }

  @Override
  public void broken(JsonPlace place, String reason) {
    refuse(place, null, Kind.UNREADABLE, reason + "; nothing behind this could be read");
  }

  /** Tells of orders without a region, if no default is given for them. */
  void warnAboutRegions() {
    if (withoutRegion > 0) {
      warn(
          firstWithoutRegion,
          null,
          withoutRegion
              + " orders from here on show no region, and none is given for them:"
              + " until another source shows it, no filter by region finds them");
    }
  }

  private void checkRepeat(BusinessOrder order, Shape<BusinessOrder> shape, JsonPlace place) {
    JsonPlace other = repeats.add(order, shape, place);
    if (other != null) {
      String where =
          other.line() == place.line()
              ? "column " + other.column() + " of this line"
              : "line " + other.line();
      warn(
          place,
          order.orderId(),
          "already seen at " + where + " with other contents: this one wins");
    }
  }

  private @Nullable Shape<BusinessOrder> shape(JsonObject object, @Nullable String envelope) {
    for (Shape<BusinessOrder> shape : shapes) {
      if (shape.recognises(object)) {
        return shape;
      }
    }
    for (Shape<BusinessOrder> shape : shapes) {
      if (shape.envelope().equals(envelope)) {
        return shape;
      }
    }
    return null;
  }

  private void refuse(
      @Nullable JsonPlace place, @Nullable String orderId, Kind kind, String reason) {
    problems.accept(new ImportProblem(file, place, orderId, kind, reason));
  }

  private void warn(@Nullable JsonPlace place, @Nullable String orderId, String reason) {
    problems.accept(new ImportProblem(file, place, orderId, Kind.WARNING, reason));
  }

  // A record that can't be read may still say which one it is.
  private static @Nullable String id(JsonObject object) {
    try {
      JsonObject holder = object.optObject("orderMetadata");
      String id = (holder == null ? object : holder).optText("orderId");
      return id == null ? null : Excerpt.of(id);
    } catch (JsonProblem e) {
      return null;
    }
  }
}
