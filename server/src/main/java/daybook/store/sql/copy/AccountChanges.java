package daybook.store.sql.copy;

import daybook.store.sql.bulk.NewRows;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes what one account lacks in one table, a transaction for every few megabytes. */
final class AccountChanges implements Walk.Changes {

  private static final long MOST_BYTES = 4_000_000;
  private static final int MOST_ROWS = 10_000;

  private final Side target;
  private final Fence fence;
  private final TableSql sql;
  private final String account;
  private List<List<@Nullable Object>> puts = new ArrayList<>();
  private List<List<Object>> drops = new ArrayList<>();
  private long bytes;
  private long written;

  AccountChanges(Side target, Fence fence, TableSql sql, String account) {
    this.target = target;
    this.fence = fence;
    this.sql = sql;
    this.account = account;
  }

  @Override
  public void put(Row row, boolean replaces) {
    if (replaces) {
      drops.add(key(row));
    }
    puts.add(row.values());
    added(row);
  }

  @Override
  public void drop(Row row) {
    drops.add(key(row));
    added(row);
  }

  private List<Object> key(Row row) {
    List<Object> key = new ArrayList<>();
    key.add(account);
    key.addAll(row.key());
    return key;
  }

  private void added(Row row) {
    written++;
    bytes += row.canonical().length;
    if (bytes >= MOST_BYTES || puts.size() + drops.size() >= MOST_ROWS) {
      flush();
    }
  }

  /** Writes what is left; returns how many rows were written or dropped in all. */
  long flush() {
    if (!puts.isEmpty() || !drops.isEmpty()) {
      NewRows rows = new NewRows(sql.table().name(), sql.columns(), puts);
      List<List<Object>> gone = drops;
      fence.write(
          writer -> {
            writer.updateAll(sql.delete(), gone);
            target.sessions().dialect().insertAll(writer, rows);
          });
      puts = new ArrayList<>();
      drops = new ArrayList<>();
      bytes = 0;
    }
    return written;
  }
}
