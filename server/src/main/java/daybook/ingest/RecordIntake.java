package daybook.ingest;

import daybook.document.Defaults;
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
import daybook.store.RecordWrite;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns what a file holds into records, and what is no record into problems. */
final class RecordIntake implements JsonSink {

  private static final Subjects UNKNOWN = new Subjects("order", "orderId");

  private final Source source;
  private final Shapes shapes;
  private final Target target;
  private final ProblemSink problems;
  private final Repeats repeats = new Repeats();
  private long read;
  private final Map<String, Gap> gaps = new LinkedHashMap<>();

  /**
   * What is read.
   *
   * @param file its name as it was given
   * @param asOf UTC instant at which it was true
   * @param defaults what is taken for true where it says nothing
   */
  record Source(String file, Instant asOf, Defaults defaults) {}

  /** How the records of a kind are called, and which member names one of them. */
  private record Subjects(String noun, String idMember) {}

  /** How many records miss the same, and where the first of them stands. */
  private record Gap(JsonPlace first, String noun, long records) {}

  /** Takes good records. */
  interface Target {
    /** Takes a record whose text had the given length in bytes. */
    <R> void take(Family<R> family, Observed<R> observed, long length);
  }

  RecordIntake(Source source, Shapes shapes, Target target, ProblemSink problems) {
    this.source = source;
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
      refuse(found.place(), subject(UNKNOWN, object), Kind.REFUSED, reason);
    } else {
      take(known, found);
    }
  }

  private <R> void take(Shapes.Known<R> known, JsonRecord found) {
    daybook.document.Kind<R> kind = known.family().kind();
    R row;
    try {
      row = known.shape().read(found.object());
      checkId(kind.id(row), kind.idMember());
    } catch (JsonProblem e) {
      Subject subject = subject(new Subjects(kind.noun(), kind.idMember()), found.object());
      refuse(found.place(), subject, Kind.REFUSED, String.valueOf(e.getMessage()));
      return;
    }
    checkRepeat(known, row, found.place());
    String gap = kind.gap(row, source.defaults());
    if (gap != null) {
      gaps.merge(
          gap,
          new Gap(found.place(), kind.noun(), 1),
          (before, one) -> new Gap(before.first(), before.noun(), before.records() + 1));
    }
    // Bad records count too, so that mending one does not make the others look newer.
    target.take(known.family(), new Observed<>(row, new AsOf(source.asOf(), read)), found.length());
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

  /** Tells of records in which people would miss something. */
  void warnAboutGaps() {
    gaps.forEach(
        (what, gap) ->
            warn(gap.first(), null, gap.records() + " " + gap.noun() + "s from here on " + what));
  }

  private static void checkId(String id, String member) {
    if (!RecordWrite.isKeepable(id)) {
      throw new JsonProblem(member, "holds the character U+0000, which not every store can keep");
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
    problems.accept(new ImportProblem(source.file(), place, subject, kind, reason));
  }

  private void warn(@Nullable JsonPlace place, @Nullable Subject subject, String reason) {
    problems.accept(new ImportProblem(source.file(), place, subject, Kind.WARNING, reason));
  }

  // A record that can't be read may still say which one it is.
  private static @Nullable Subject subject(Subjects kind, JsonObject object) {
    try {
      JsonObject holder = object.optObject("orderMetadata");
      String id = (holder == null ? object : holder).optText(kind.idMember());
      return id == null ? null : new Subject(kind.noun(), Excerpt.of(id));
    } catch (JsonProblem e) {
      return null;
    }
  }
}
