package daybook.store;

import java.util.Set;

/**
 * Holds for rows whose column has one of the values.
 *
 * @param column the column
 * @param values its values; rows in which the column is unknown never match
 */
public record Filter(Column column, Set<String> values) {

  /** Copies the set. */
  public Filter {
    values = Set.copyOf(values);
  }
}
