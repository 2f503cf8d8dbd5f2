package daybook.store.sql.session;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a store on a PostgreSQL server is reached.
 *
 * @param url JDBC URL without a password, with several hosts in it for failover; what it says about
 *     the driver stands above what is chosen here
 * @param login who connects
 * @param readers most connections that read, from 1
 * @param writers most connections that write, from 1
 * @param timeouts how long to wait for what
 */
public record PostgresOptions(String url, Login login, int readers, int writers, Timeouts timeouts)
    implements StoreOptions {

  /** What the URL of such a store begins with. */
  public static final String SCHEME = "jdbc:postgresql:";

  /**
   * Who connects; what is null here, the driver looks for in its own places, such as a password
   * file.
   *
   * @param user name of the role
   * @param password its password, never shown
   */
  public record Login(@Nullable String user, @Nullable String password) {

    @Override
    public String toString() {
      return "Login[user=" + user + "]";
    }
  }

  /**
   * How long to wait for what. All of them are bounded, so that a server which is frozen or cut off
   * holds up nobody for long.
   *
   * @param connect a new connection, for each host in turn; whole seconds
   * @param answer anything that the server sends; whole seconds, longer than a statement may take
   * @param statement one statement; the server ends it then
   * @param lock a row that somebody else is writing; the server gives up then
   * @param free a connection of the pool that nobody uses
   */
  public record Timeouts(
      Duration connect, Duration answer, Duration statement, Duration lock, Duration free) {

    /** What suits a server nearby. */
    public static final Timeouts USUAL =
        new Timeouts(
            Duration.ofSeconds(5),
            Duration.ofSeconds(15),
            Duration.ofSeconds(10),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5));
  }

  /**
   * Checks the bounds.
   *
   * @throws IllegalArgumentException if a number is out of bounds or the URL is none of PostgreSQL
   */
  public PostgresOptions {
    if (!url.startsWith(SCHEME)) {
      throw new IllegalArgumentException("the URL of the store must begin with " + SCHEME);
    }
    if (readers < 1 || writers < 1) {
      throw new IllegalArgumentException("a store needs at least one reader and one writer");
    }
  }

  @Override
  public String name() {
    int query = url.indexOf('?');
    return query < 0 ? url : url.substring(0, query);
  }

  @Override
  public Duration patience() {
    return timeouts.free();
  }
}
