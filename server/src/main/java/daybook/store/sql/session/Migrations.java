package daybook.store.sql.session;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/** Runs the numbered files that a store has not seen yet, on one connection. */
final class Migrations {

  private Migrations() {}

  /** Brings the tables up to the given version. */
  static void run(Connection connection, SchemaVersion schema) throws SQLException {
    String[] locations =
        schema.locations().stream().map(folder -> "classpath:" + folder).toArray(String[]::new);
    try {
      Flyway.configure(Migrations.class.getClassLoader())
          .dataSource(new OnlyConnection(connection))
          .locations(locations)
          .placeholders(SqliteDialect.PLACEHOLDERS)
          .target(Integer.toString(schema.number()))
          .table("schema_history")
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw cause(e);
    }
  }

  private static SQLException cause(FlywayException e) {
    for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException known) {
        return known;
      }
    }
    return new SQLException(e.getMessage(), e);
  }

  /** Lends one connection again and again, and keeps it open. */
  private record OnlyConnection(Connection connection) implements DataSource {

    @Override
    public Connection getConnection() {
      return (Connection)
          Proxy.newProxyInstance(
              Migrations.class.getClassLoader(),
              new Class<?>[] {Connection.class},
              (proxy, method, arguments) -> {
                if (method.getName().equals("close")) {
                  return null;
                }
                try {
                  return method.invoke(connection, arguments);
                } catch (InvocationTargetException e) {
                  throw e.getTargetException();
                }
              });
    }

    @Override
    public Connection getConnection(String user, String password) {
      return getConnection();
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
      return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {}

    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public int getLoginTimeout() {
      return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
      throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
      return connection.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
      return connection.isWrapperFor(type);
    }
  }
}
