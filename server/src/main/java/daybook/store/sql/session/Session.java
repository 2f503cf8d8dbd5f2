package daybook.store.sql.session;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection with the statements it has prepared, kept for their next use.
 *
 * <p>For one thread at a time.
 */
public final class Session implements AutoCloseable {

  /** Reads one row of a result. */
  public interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** What lends sessions for reading. */
  public interface Readers {

    /** Returns what the engine does in its own way. */
    Dialect dialect();

    /** Says whether the thread that reads may wait, and read for long. */
    boolean mayWait();

    /** Reads, seeing for the length of each statement what was committed when it began. */
    <T> T read(Sessions.Work<T> work);

    /** Reads, seeing in all statements what was committed when the first of them began. */
    default <T> T readTogether(Sessions.Work<T> work) {
      return read(
          session -> {
            dialect().beginReading(session);
            boolean done = false;
            try {
              T result = work.in(session);
              dialect().commit(session);
              done = true;
              return result;
            } finally {
              if (!done) {
                dialect().rollback(session);
              }
            }
          });
    }
  }

  /** Hears of every statement, without its parameters, when a session first prepares it. */
  private static final Logger LOG = LoggerFactory.getLogger(Session.class);

  // More than there are statements and usual shapes of filters; beyond it the oldest one goes.
  private static final int MOST_KEPT = 100;

  private static final int FEW_IDS = 8;
  private static final int MOST_IDS = 100;

  private final Connection connection;
  private final Map<String, PreparedStatement> kept = new LinkedHashMap<>(32, 0.75f, true);

  private final boolean withoutNul;

  /** Takes the connection over. */
  public Session(Connection connection) {
    this(connection, false);
  }

  /**
   * Takes the connection over.
   *
   * @param withoutNul whether the engine has no place for the character U+0000 in a text; it is
   *     replaced then, in columns and in what is looked for, while documents keep it
   */
  Session(Connection connection, boolean withoutNul) {
    this.connection = connection;
    this.withoutNul = withoutNul;
  }

  /** Returns the connection, for what only an engine knows. */
  Connection connection() {
    return connection;
  }

  /** Returns a statement with its parameters set. The caller closes its results, never itself. */
  public PreparedStatement prepared(String sql, List<? extends @Nullable Object> parameters)
      throws SQLException {
    PreparedStatement statement = prepared(sql);
    set(statement, parameters);
    return statement;
  }

  private PreparedStatement prepared(String sql) throws SQLException {
    PreparedStatement statement = kept.get(sql);
    if (statement == null) {
      forgetOldest();
      LOG.trace("{}", sql);
      statement = connection.prepareStatement(sql);
      kept.put(sql, statement);
    }
    return statement;
  }

  private void set(PreparedStatement statement, List<? extends @Nullable Object> parameters)
      throws SQLException {
    for (int i = 0; i < parameters.size(); i++) {
      Object value = parameters.get(i);
      statement.setObject(
          i + 1, withoutNul && value instanceof String text ? text.replace('\0', '\uFFFD') : value);
    }
  }

  private void forgetOldest() throws SQLException {
    if (kept.size() >= MOST_KEPT) {
      var oldest = kept.values().iterator();
      oldest.next().close();
      oldest.remove();
    }
  }

  /** Changes rows and returns how many. */
  public int update(String sql, @Nullable Object... parameters) throws SQLException {
    return update(sql, listOf(parameters));
  }

  /** Changes rows and returns how many. */
  public int update(String sql, List<? extends @Nullable Object> parameters) throws SQLException {
    return prepared(sql, parameters).executeUpdate();
  }

  /**
   * Runs one statement with many sets of parameters, which a server gets all at once.
   *
   * @return how many rows each of them changed
   */
  public int[] updateAll(String sql, List<? extends List<? extends @Nullable Object>> all)
      throws SQLException {
    if (all.isEmpty()) {
      return new int[0];
    }
    PreparedStatement statement = prepared(sql);
    try {
      for (List<? extends @Nullable Object> parameters : all) {
        set(statement, parameters);
        statement.addBatch();
      }
      return statement.executeBatch();
    } finally {
      statement.clearBatch();
    }
  }

  /** Returns all rows. */
  public <T> List<T> all(Row<T> row, String sql, @Nullable Object... parameters)
      throws SQLException {
    return all(row, sql, listOf(parameters));
  }

  /** Returns all rows. */
  public <T> List<T> all(Row<T> row, String sql, List<? extends @Nullable Object> parameters)
      throws SQLException {
    try (ResultSet results = prepared(sql, parameters).executeQuery()) {
      List<T> rows = new ArrayList<>();
      while (results.next()) {
        rows.add(row.read(results));
      }
      return rows;
    }
  }

  /**
   * Returns the rows for many ids of an account, found by statements of few lengths, which are
   * kept.
   *
   * @param sql ends where the list of ids begins, and has the account as its parameter
   */
  public <T> List<T> allIn(Row<T> row, String sql, String account, List<String> ids)
      throws SQLException {
    List<T> rows = new ArrayList<>();
    for (int from = 0; from < ids.size(); from += MOST_IDS) {
      List<String> some = ids.subList(from, Math.min(ids.size(), from + MOST_IDS));
      int length = some.size() == 1 ? 1 : some.size() <= FEW_IDS ? FEW_IDS : MOST_IDS;
      List<Object> parameters = new ArrayList<>(1 + length);
      parameters.add(account);
      parameters.addAll(some);
      // The last one once more does not find more.
      parameters.addAll(Collections.nCopies(length - some.size(), some.get(some.size() - 1)));
      String marks = String.join(", ", Collections.nCopies(length, "?"));
      rows.addAll(all(row, sql + "(" + marks + ")", parameters));
    }
    return rows;
  }

  /** Returns the first row. */
  public <T> Optional<T> first(Row<T> row, String sql, @Nullable Object... parameters)
      throws SQLException {
    try (ResultSet results = prepared(sql, listOf(parameters)).executeQuery()) {
      return results.next() ? Optional.of(row.read(results)) : Optional.empty();
    }
  }

  /** Says which columns of which types a query has, without running it. */
  public ResultSetMetaData described(String query) throws SQLException {
    return prepared(query).getMetaData();
  }

  /** Tells whoever listens of a statement that is not prepared here. */
  void tell(String sql) {
    LOG.trace("{}", sql);
  }

  /** Runs a statement that is not worth keeping. */
  public void execute(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws SQLException {
    for (PreparedStatement statement : kept.values()) {
      statement.close();
    }
    kept.clear();
    connection.close();
  }

  private static List<@Nullable Object> listOf(@Nullable Object[] parameters) {
    return Arrays.asList(parameters);
  }
}
