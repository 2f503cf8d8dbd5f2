package daybook.ingest;

import daybook.json.JsonPlace;
import daybook.json.JsonWriter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that an import could not take, or took with a doubt.
 *
 * @param file name of the file as it was given, "-" for standard input
 * @param place where in it; null if it is about the whole file
 * @param subject the record, if that much could be read
 * @param kind what became of it
 * @param reason in words a person can act on
 */
public record ImportProblem(
    String file, @Nullable JsonPlace place, @Nullable Subject subject, Kind kind, String reason) {

  /**
   * The record that a problem is about.
   *
   * @param noun what it is, such as "order"
   * @param id its identifier
   */
  public record Subject(String noun, String id) {

    // "seller order" is sellerOrderId, as other members are spelled.
    private String member() {
      int blank = noun.indexOf(' ');
      return (blank < 0
              ? noun
              : noun.substring(0, blank)
                  + noun.substring(blank + 1, blank + 2).toUpperCase(Locale.ROOT)
                  + noun.substring(blank + 2))
          + "Id";
    }
  }

  /** What became of it. */
  public enum Kind {
    /** A record was left out. */
    REFUSED,
    /** Nothing behind this place could be read. */
    UNREADABLE,
    /** It was taken all the same. */
    WARNING
  }

  /** Returns it with something said before its reason. */
  ImportProblem because(String words) {
    return new ImportProblem(file, place, subject, kind, words + reason);
  }

  /** Returns it as one object of JSON, UTF-8, for a report with one problem a line. */
  public byte[] toJson() {
    JsonWriter json = new JsonWriter().object().text("file", file);
    if (place != null) {
      json.number("line", place.line()).number("column", place.column());
    }
    if (subject != null) {
      json.text(subject.member(), subject.id());
    }
    return json.text("kind", kind.name().toLowerCase(Locale.ROOT))
        .text("reason", reason)
        .endObject()
        .toBytes();
  }

  /** Returns it as compilers do: file, line, column, reason. */
  @Override
  public String toString() {
    String where = place == null ? file : file + ":" + place.line() + ":" + place.column();
    String which = subject == null ? "" : " " + subject.noun() + " " + subject.id() + ":";
    String doubt = kind == Kind.WARNING ? " warning:" : "";
    return where + ":" + doubt + which + " " + reason;
  }
}
