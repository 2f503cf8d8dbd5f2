package daybook.store.sql.session;

import daybook.store.StoreException;
import daybook.store.StoreException.Kind;
import daybook.store.sql.bulk.BinaryRows;
import daybook.store.sql.bulk.BinaryRows.Width;
import daybook.store.sql.bulk.NewRows;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.sql.Connection;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.postgresql.PGConnection;

/**
 * All that PostgreSQL does in its own way, and whatever speaks like it.
 *
 * <p>Errors are told apart by SQLSTATE alone.
 */
final class PostgresDialect implements Dialect {

  /** Whether a commit holds is not known: the standard's "statement completion unknown". */
  private static final String UNKNOWN = "40003";

  private static final String SILENT = "did not answer in time";

  private final String name;

  /** How wide the numbers of a table's columns are, by the statement that fills them. */
  private final Map<String, List<Width>> widths = new ConcurrentHashMap<>();

  /** Takes the name of the store for messages. */
  PostgresDialect(String name) {
    this.name = name;
  }

  @Override
  public Map<String, String> placeholders() {
    // Text compares byte by byte, or pages would have the order of some language. Rows that are
    // read in the order of their key are kept whole up to nearly a page.
    return Map.of(
        "text", "TEXT COLLATE \"C\"",
        "bytes", "BYTEA",
        "clustered", "WITH (toast_tuple_target = 8160)",
        "fleeting", "UNLOGGED ",
        "instant_of", "to_timestamp(",
        "as_instant", " / 1000.0)",
        "month_of", "to_char(to_timestamp(",
        "as_month", " / 1000.0) AT TIME ZONE 'UTC', 'YYYY-MM')",
        "in_units", " * 0.000001");
  }

  @Override
  public List<String> migrations() {
    return List.of("daybook/store/sql/postgresql");
  }

  // The driver sends the beginning together with the first statement.
  @Override
  public void beginReading(Session session) throws SQLException {
    session.connection().setAutoCommit(false);
  }

  @Override
  public void beginWriting(Session session) throws SQLException {
    session.connection().setAutoCommit(false);
  }

  /**
   * Fails where the server warns: it has waited for its standby until the time for a statement was
   * over, so what it has committed itself may be lost in a failover.
   */
  @Override
  public void commit(Session session) throws SQLException {
    Connection connection = session.connection();
    connection.clearWarnings();
    connection.commit();
    SQLWarning warning = connection.getWarnings();
    connection.setAutoCommit(true);
    if (warning != null) {
      throw new SQLException(warning.getMessage(), UNKNOWN, warning);
    }
  }

  @Override
  public void rollback(Session session) {
    try {
      session.connection().rollback();
      session.connection().setAutoCommit(true);
    } catch (SQLException e) {
      // The connection is gone, and the server rolls back what was begun on it; what led here is
      // thrown.
    }
  }

  @Override
  public String forUpdate(String query) {
    return query + " FOR UPDATE";
  }

  @Override
  public boolean mergesRanges() {
    return false;
  }

  @Override
  public void insertAll(Session session, NewRows rows) throws SQLException {
    if (rows.rows().isEmpty()) {
      return;
    }
    String copy = rows.copy();
    List<Width> known = widths.get(copy);
    if (known == null) {
      known = widths(session, rows);
      widths.put(copy, known);
    }
    byte[] bytes = BinaryRows.of(rows.rows(), known);
    session.tell(copy);
    try {
      session
          .connection()
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn(copy, new ByteArrayInputStream(bytes));
    } catch (IOException e) {
      throw new SQLException("the rows cannot be sent", "08006", e);
    }
  }

  private static List<Width> widths(Session session, NewRows rows) throws SQLException {
    ResultSetMetaData insert = session.described(rows.query());
    List<Width> widths = new ArrayList<>();
    for (int column = 1; column <= insert.getColumnCount(); column++) {
      widths.add(insert.getColumnType(column) == Types.INTEGER ? Width.FOUR : Width.EIGHT);
    }
    return List.copyOf(widths);
  }

  @Override
  public Again again(SQLException e) {
    return switch (state(e)) {
      // Serialization failure, deadlock.
      case "40001", "40P01" -> Again.ALWAYS;
      // Of no use where the server was waited for as long as allowed.
      default -> isLost(state(e)) && !hasTimedOut(e) ? Again.BEFORE_COMMIT : Again.NEVER;
    };
  }

  /** Says whether the connection is gone, so that another one may do. */
  static boolean isLost(String state) {
    // 57P01 to 57P03: shut down by an administrator, crashed, or about to start; 25P03, 25P04: idle
    // for longer than the server allows.
    return state.startsWith("08")
        || state.startsWith("57P0")
        || state.equals("25P03")
        || state.equals("25P04");
  }

  private static boolean hasTimedOut(SQLException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SocketTimeoutException) {
        return true;
      }
    }
    return false;
  }

  /** Returns the code of an error; of none, an empty text. */
  static String state(SQLException e) {
    return Objects.requireNonNullElse(e.getSQLState(), "");
  }

  @Override
  public StoreException fault(SQLException e) {
    String state = state(e);
    Kind kind = kind(state);
    String shown = state.isEmpty() ? "" : " (SQLSTATE " + state + ")";
    String words = hasTimedOut(e) ? SILENT : words(kind, state);
    return new StoreException(kind, "the store " + name + " " + words + shown, e);
  }

  private static Kind kind(String state) {
    return switch (state) {
      // Canceled, as after the time for a statement; not known whether it is done.
      case "57014", UNKNOWN -> Kind.UNAVAILABLE;
      // Wrong user or password: somebody may be changing it.
      case "28000", "28P01" -> Kind.UNAVAILABLE;
      // The lock was not free in time; a serialization failure; a deadlock.
      case "55P03", "40001", "40P01" -> Kind.BUSY;
      // The disk is full; read only; not on a standby, where unlogged tables can't be read either;
      // not allowed to.
      case "53100", "25006", "0A000", "42501" -> Kind.CANNOT_WRITE;
      // Data and index are corrupted.
      case "XX001", "XX002" -> Kind.CORRUPT;
      // No such database; no such schema.
      case "3D000", "3F000" -> Kind.NOT_OURS;
      default -> kindOfClass(state);
    };
  }

  private static Kind kindOfClass(String state) {
    // No connection, no resources, stopped by an operator, trouble of the machine.
    boolean reachable =
        !isLost(state)
            && !state.startsWith("53")
            && !state.startsWith("57")
            && !state.startsWith("58");
    return reachable ? Kind.UNEXPECTED : Kind.UNAVAILABLE;
  }

  private static String words(Kind kind, String state) {
    return switch (kind) {
      case BUSY -> "is being written by others; try again";
      case CANNOT_WRITE ->
          switch (state) {
            case "53100" -> "cannot be written: the disk of the server is full";
            case "42501" -> "cannot be used: the user lacks a privilege on its tables or schema";
            default ->
                "cannot be written: the server is read-only; name all hosts in the URL and add"
                    + " targetServerType=primary";
          };
      case CORRUPT -> "is damaged: restore it from a backup";
      case NOT_OURS -> "does not exist: create the database, and the schema if the URL names one";
      case UNAVAILABLE ->
          switch (state) {
            case "57014" -> SILENT;
            case UNKNOWN ->
                "did not hear from its standby in time: what was written may not outlive a failover";
            case "53300" ->
                "has no connection left: raise max_connections of the server, or lower store.readers"
                    + " and store.writers";
            case "57P03" -> "is starting, stopping or recovering; try again";
            case "28000", "28P01" ->
                "refuses the user or the password: set DAYBOOK_STORE_USER and"
                    + " DAYBOOK_STORE_PASSWORD";
            default -> "cannot be reached: check that the server runs and accepts connections";
          };
      case UNEXPECTED -> "failed in an unexpected way";
    };
  }
}
