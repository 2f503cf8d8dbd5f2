package daybook.store.sql.session;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

  // More than there are statements and usual shapes of filters; beyond it the oldest one goes.
  private static final int MOST_KEPT = 100;

  private final Connection connection;
  private final Map<String, PreparedStatement> kept = new LinkedHashMap<>(256, 0.75f, true);

  /** Takes the connection over. */
  public Session(Connection connection) {
    this.connection = connection;
  }

  /** Returns a statement with its parameters set. The caller closes its results, never itself. */
  public PreparedStatement prepared(String sql, List<? extends @Nullable Object> parameters)
      throws SQLException {
    PreparedStatement statement = kept.get(sql);
    if (statement == null) {
      forgetOldest();
      statement = connection.prepareStatement(sql);
      kept.put(sql, statement);
    }
    for (int i = 0; i < parameters.size(); i++) {
      statement.setObject(i + 1, parameters.get(i));
    }
    return statement;
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

  /** Returns all rows. */
  public <T> List<T> all(Row<T> row, String sql, @Nullable Object... parameters)
      throws SQLException {
    try (ResultSet results = prepared(sql, listOf(parameters)).executeQuery()) {
      List<T> rows = new ArrayList<>();
      while (results.next()) {
        rows.add(row.read(results));
      }
      return rows;
    }
  }

  /** Returns the first row. */
  public <T> Optional<T> first(Row<T> row, String sql, @Nullable Object... parameters)
      throws SQLException {
    try (ResultSet results = prepared(sql, listOf(parameters)).executeQuery()) {
      return results.next() ? Optional.of(row.read(results)) : Optional.empty();
    }
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
