package daybook.store.sql.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes an answer, row by row. */
public interface Rows {

  /** Takes the names of the columns, once, before all rows. */
  void columns(List<String> names);

  /**
   * Takes a row.
   *
   * @param cells null, text, a number or bytes for each column
   * @return whether more rows are wanted
   */
  boolean row(List<@Nullable Object> cells);
}
