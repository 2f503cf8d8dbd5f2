package daybook.store.sql;

import daybook.domain.Money;
import daybook.store.Column;
import daybook.store.RecordKind;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How one kind of record stands in SQL; a further kind is a further implementation and a migration.
 *
 * <p>Every such table has the primary key (account_id, id column) and the columns as_of,
 * as_of_sequence, revision, piece_keys and document beside those named here.
 *
 * @param <R> the record
 */
interface RecordTable<R> {

  /** Returns the kind of record. */
  RecordKind kind();

  /** Returns the name of the table. */
  String table();

  /** Returns the column of the record's identifier. */
  String idColumn();

  /** Returns the columns of milliseconds that views may be sorted by; none of them is ever null. */
  List<String> sortColumns();

  /** Returns the values of the sort columns, in their order. */
  List<Long> sortValues(R row);

  /** Returns the column that a filter looks at. */
  String column(Column column);

  /**
   * Returns the columns that an index begins with, the most selective first; each such index goes
   * on with a sort column and the identifier.
   */
  List<List<Column>> indexed();

  /**
   * Returns the columns, each with an index that begins with it, whose filters often exclude no row
   * at all: whether they do is asked before a page is read, and costs less than to filter by them.
   */
  default List<Column> oftenAll() {
    return List.of();
  }

  /**
   * Returns the columns, each with an index, whose values few rows share, the most selective first:
   * these rows are gathered and sorted unless there turn out to be many.
   */
  default List<Column> oftenFew() {
    return List.of();
  }

  /** Returns all columns that are filled from the record, sort columns included. */
  List<String> columns();

  /** Returns the values of these columns, in their order. */
  List<@Nullable Object> values(R row);

  /** Returns the table of the rows that belong to records, such as their lines, if there is one. */
  default Optional<LineTable> lines() {
    return Optional.empty();
  }

  /** Returns the values of the rows that belong to a record: their key, and their columns. */
  default List<List<@Nullable Object>> lineValues(String account, R row) {
    return List.of();
  }

  /**
   * Returns the value of a sum in a column. A sum in another currency than its row's has no place
   * in one; the document keeps it.
   */
  static @Nullable Long micros(@Nullable Money money, @Nullable String currency) {
    return money == null || !money.currencyCode().equals(currency) ? null : money.micros();
  }
}
