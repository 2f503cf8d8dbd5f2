package daybook.store.sql.rules;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import daybook.store.sql.session.Session;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.slf4j.LoggerFactory;

/**
 * Holds every statement that any test makes the program prepare against the rules: whoever breaks
 * one fails there and then.
 */
public final class StatementListener implements LauncherSessionListener {

  private static final Set<String> HEARD = new ConcurrentSkipListSet<>();

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    listen();
  }

  /** Listens from now on; again changes nothing. */
  static synchronized void listen() {
    Logger logger = (Logger) LoggerFactory.getLogger(Session.class);
    if (logger.getAppender("rules") == null) {
      Appender<ILoggingEvent> appender = new Rules();
      appender.setName("rules");
      appender.setContext(logger.getLoggerContext());
      appender.start();
      logger.addAppender(appender);
      logger.setLevel(Level.TRACE);
      logger.setAdditive(false);
    }
  }

  /** Returns what was prepared so far. */
  static Set<String> heard() {
    return Set.copyOf(HEARD);
  }

  private static final class Rules extends AppenderBase<ILoggingEvent> {

    @Override
    protected void append(ILoggingEvent event) {
      String sql = event.getFormattedMessage();
      if (HEARD.add(sql)) {
        List<String> broken = StatementRules.broken(sql);
        if (!broken.isEmpty()) {
          // An error, which the appender's caller does not catch.
          throw new AssertionError("a statement " + String.join(", and ", broken) + ": " + sql);
        }
      }
    }
  }
}
