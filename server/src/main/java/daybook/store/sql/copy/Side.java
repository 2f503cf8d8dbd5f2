package daybook.store.sql.copy;

import daybook.store.sql.session.SchemaVersion;
import daybook.store.sql.session.Session.Readers;
import daybook.store.sql.session.Sessions;
import daybook.store.sql.session.StoreOptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One of the two stores of a copy, and how its tables are read. */
final class Side implements AutoCloseable {

  private static final String ACCOUNTS = "SELECT account_id FROM account ORDER BY account_id";

  private final String name;
  private final Sessions sessions;
  private final Map<CopiedTable, TableSql> tables = new LinkedHashMap<>();

  private Side(String name, Sessions sessions) {
    this.name = name;
    this.sessions = sessions;
    sessions.read(
        session -> {
          for (CopiedTable table :
              Stream.of(CopiedTable.DIRECTORY, CopiedTable.OF_ACCOUNTS)
                  .flatMap(List::stream)
                  .toList()) {
            tables.put(table, TableSql.of(table, session));
          }
          return true;
        });
  }

  /** Opens a store. */
  static Side open(StoreOptions options, SchemaVersion.Change change) {
    Sessions sessions = Sessions.open(options, SchemaVersion.CURRENT, change);
    try {
      return new Side(options.name(), sessions);
    } catch (RuntimeException e) {
      sessions.close();
      throw e;
    }
  }

  /** Returns what it is called in messages. */
  String name() {
    return name;
  }

  /** Returns what reads and writes it. */
  Sessions sessions() {
    return sessions;
  }

  /** Returns the statements of a table. */
  TableSql sql(CopiedTable table) {
    TableSql sql = tables.get(table);
    if (sql == null) {
      throw new IllegalArgumentException(table.name() + " is not copied");
    }
    return sql;
  }

  /** Returns the ids of all accounts. */
  List<String> accounts() {
    return sessions.read(session -> session.all(row -> row.getString(1), ACCOUNTS));
  }

  /** Reads a table, of one account where it is a table of accounts. */
  RowPages pages(CopiedTable table, @Nullable String account) {
    return pages(sessions, table, account);
  }

  /** Does the same with sessions of the caller's choice. */
  RowPages pages(Readers readers, CopiedTable table, @Nullable String account) {
    // The fence around a copy is no part of it.
    return table.name().equals("instance_key")
        ? new RowPages(readers, sql(table), account, row -> !row.key().contains(Fence.NAME))
        : new RowPages(readers, sql(table), account);
  }

  @Override
  public void close() {
    sessions.close();
  }
}
