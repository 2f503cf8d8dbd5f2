package daybook.store.sql;

import java.util.Map;
import java.util.TreeMap;

/**
 * Which pieces an order has: by the number of their view, the millisecond they are sorted at.
 *
 * @param sortAts the milliseconds by view number
 */
record PieceKeys(Map<Integer, Long> sortAts) {

  /** Copies the map, ascending so that the text of equal keys is equal. */
  PieceKeys {
    sortAts = new TreeMap<>(sortAts);
  }

  /** Reads what {@link #text} wrote. */
  static PieceKeys parse(String text) {
    Map<Integer, Long> sortAts = new TreeMap<>();
    for (int start = 0; start < text.length(); ) {
      int colon = text.indexOf(':', start);
      int blank = text.indexOf(' ', colon);
      int end = blank < 0 ? text.length() : blank;
      sortAts.put(
          Integer.parseInt(text, start, colon, 10), Long.parseLong(text, colon + 1, end, 10));
      start = end + 1;
    }
    return new PieceKeys(sortAts);
  }

  /** Returns the form that is stored. */
  String text() {
    StringBuilder text = new StringBuilder();
    sortAts.forEach(
        (view, sortAt) ->
            text.append(text.isEmpty() ? "" : " ").append(view).append(':').append(sortAt));
    return text.toString();
  }

  /** Says whether a piece has exactly this key. */
  boolean has(int view, long sortAt) {
    Long own = sortAts.get(view);
    return own != null && own == sortAt;
  }
}
