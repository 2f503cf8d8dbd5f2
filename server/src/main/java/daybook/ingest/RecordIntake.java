package daybook.ingest;

import daybook.document.Family;
import daybook.domain.AsOf;
import daybook.ingest.ImportProblem.Kind;
import daybook.ingest.ImportProblem.Subject;
import daybook.json.Excerpt;
import daybook.json.JsonObject;
import daybook.json.JsonPlace;
import daybook.json.JsonProblem;
import daybook.json.JsonRecord;
import daybook.json.JsonSink;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Turns what a file holds into records, and what is no record into problems. */
final class RecordIntake implements JsonSink {

  private static final String UNKNOWN_NOUN = "order";

  private final String file;
  private final Instant asOf;
  private final Shapes shapes;
  private final Target target;
  private final ProblemSink problems;
  private final Repeats repeats = new Repeats();
  private long read;
  private long withGap;
  private @Nullable JsonPlace firstWithGap;

  /** Takes good records. */
  interface Target {
    /** Takes a record whose text had the given length in bytes. */
    <R> void take(Family<R> family, Observed<R> observed, long length);
  }

  RecordIntake(String file, Instant asOf, Shapes shapes, Target target, ProblemSink problems) {
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
    Shapes.Known<?> known = shapes.of(object, found.envelope());
    if (known == null) {
      String reason = shapes.describe(object);
      refuse(found.place(), subject(UNKNOWN_NOUN, object), Kind.REFUSED, reason);
    } else {
      take(known, found);
    }
  }

  private <R> void take(Shapes.Known<R> known, JsonRecord found) {
    daybook.document.Kind<R> kind = known.family().kind();
    R row;
    try {
      row = known.shape().read(found.object());
    } catch (JsonProblem e) {
      Subject subject = subject(kind.noun(), found.object());
      refuse(found.place(), subject, Kind.REFUSED, String.valueOf(e.getMessage()));
      return;
    }
    checkRepeat(known, row, found.place());
    if (kind.gap(row) != null) {
      withGap++;
      firstWithGap = firstWithGap == null ? found.place() : firstWithGap;
    }
    // Bad records count too, so that mending one does not make the others look newer.
    target.take(known.family(), new Observed<>(row, new AsOf(asOf, read)), found.length());
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
    if (withGap > 0) {
      warn(
          firstWithGap,
          null,
          withGap
              + " orders from here on show no region, and none is given for them:"
              + " until another source shows it, no filter by region finds them");
    }
  }

  private <R> void checkRepeat(Shapes.Known<R> known, R row, JsonPlace place) {
    String id = known.family().kind().id(row);
    JsonPlace other = repeats.add(id, row, known.shape(), place);
    if (other != null) {
      String where =
          other.line() == place.line()
              ? "column " + other.column() + " of this line"
              : "line " + other.line();
      warn(
          place,
          new Subject(known.family().kind().noun(), id),
          "already seen at " + where + " with other contents: this one wins");
    }
  }

  private void refuse(
      @Nullable JsonPlace place, @Nullable Subject subject, Kind kind, String reason) {
    problems.accept(new ImportProblem(file, place, subject, kind, reason));
  }

  private void warn(@Nullable JsonPlace place, @Nullable Subject subject, String reason) {
    problems.accept(new ImportProblem(file, place, subject, Kind.WARNING, reason));
  }

  // A record that can't be read may still say which one it is.
  private static @Nullable Subject subject(String noun, JsonObject object) {
    try {
      JsonObject holder = object.optObject("orderMetadata");
      String member = noun + "Id";
      String id = (holder == null ? object : holder).optText(member);
      return id == null ? null : new Subject(noun, Excerpt.of(id));
    } catch (JsonProblem e) {
      return null;
    }
  }
}
