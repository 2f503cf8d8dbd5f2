package daybook.store.sql.copy;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes what one table of the directory lacks, and keeps for later what it has too much. */
final class DirectoryChanges implements Walk.Changes {

  private static final int MOST_ROWS = 1_000;

  private final Fence fence;
  private final TableSql sql;
  private final List<List<Object>> surplus = new ArrayList<>();
  private List<List<@Nullable Object>> puts = new ArrayList<>();
  private long written;

  DirectoryChanges(Fence fence, TableSql sql) {
    this.fence = fence;
    this.sql = sql;
  }

  @Override
  public void put(Row row, boolean replaces) {
    puts.add(row.values());
    written++;
    if (puts.size() >= MOST_ROWS) {
      flush();
    }
  }

  @Override
  public void drop(Row row) {
    surplus.add(row.key());
  }

  /** Writes what is left. */
  void flush() {
    List<List<@Nullable Object>> all = puts;
    if (!all.isEmpty()) {
      fence.write(writer -> writer.updateAll(sql.upsert(), all));
      puts = new ArrayList<>();
    }
  }

  /**
   * Drops what the source does not have, after all that referred to it; returns how many rows were
   * written or dropped in all.
   */
  long dropSurplus() {
    if (!surplus.isEmpty()) {
      fence.write(writer -> writer.updateAll(sql.delete(), surplus));
    }
    return written + surplus.size();
  }
}
