package daybook.store;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Holds for some rows of a listing; rows in which the column is unknown never match. */
public sealed interface Filter {

  /** Returns the column. */
  Column column();

  /** Returns a filter for rows whose column has one of the values. */
  static Filter of(Column column, Set<String> values) {
    return new OneOf(column, values);
  }

  /**
   * Holds for rows whose column has one of the values.
   *
   * @param column a column of text
   * @param values its values
   */
  record OneOf(Column column, Set<String> values) implements Filter {

    /** Copies the set. */
    public OneOf {
      values = Set.copyOf(values);
    }
  }

  /**
   * Holds for rows whose column lies in a range, both ends inclusive.
   *
   * @param column a column of instants
   * @param from UTC, null for no lower end
   * @param to UTC, null for no upper end
   */
  record Between(Column column, @Nullable Instant from, @Nullable Instant to) implements Filter {}
}
