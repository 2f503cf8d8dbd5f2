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
 * @param orderId the order, if that much could be read
 * @param kind what became of it
 * @param reason in words a person can act on
 */
public record ImportProblem(
    String file, @Nullable JsonPlace place, @Nullable String orderId, Kind kind, String reason) {

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
    return new ImportProblem(file, place, orderId, kind, words + reason);
  }

  /** Returns it as one object of JSON, UTF-8, for a report with one problem a line. */
  public byte[] toJson() {
    JsonWriter json = new JsonWriter().object().text("file", file);
    if (place != null) {
      json.number("line", place.line()).number("column", place.column());
    }
    if (orderId != null) {
      json.text("orderId", orderId);
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
    String which = orderId == null ? "" : " order " + orderId + ":";
    String doubt = kind == Kind.WARNING ? " warning:" : "";
    return where + ":" + doubt + which + " " + reason;
  }
}
