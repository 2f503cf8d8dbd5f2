package daybook.contract;

import daybook.json.JsonObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A wire shape in which records travel in files: a saved answer, an array, or one record a line.
 *
 * @param <R> the record
 */
public interface Shape<R> {

  /** Returns the name used on the command line, such as "reports-2025". */
  String name();

  /** Returns the member that holds the records in a whole answer, such as "ordersReport". */
  String envelope();

  /** Returns what a whole answer begins with, before its first record. */
  default String pageHead() {
    return "{\"" + envelope() + "\":[";
  }

  /** Returns what a whole answer of so many records ends with, after its last record. */
  default String pageTail(long records) {
    return "],\"nextPageToken\":null,\"size\":" + records + "}";
  }

  /** Says whether a single JSON object looks like a record of this shape. */
  boolean recognises(JsonObject object);

  /**
   * Reads a record, leaving null what the shape does not show.
   *
   * @throws daybook.json.JsonProblem if it is not a good record; the message names field and reason
   */
  R read(JsonObject object);

  /** Writes a record to wire JSON, UTF-8. */
  byte[] write(R row);

  /** Returns the identifier of a record. */
  String id(R row);

  /** Returns the UTC instant by which a listing of this shape is ordered. */
  @Nullable Instant instant(R row);
}
