package daybook.store.sql.session;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;

/** Takes connections out of a pool whose server has become a standby: they would stay read-only. */
final class StandbyEviction implements SQLExceptionOverride {

  @java.lang.Override
  public Override adjudicate(SQLException e) {
    return PostgresDialect.state(e).equals("25006") ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
  }
}
