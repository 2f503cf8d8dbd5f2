package daybook.config;

import daybook.config.word.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Where the data lies.
 *
 * @param dataDir directory of the embedded store, and of everything else that is kept
 * @param url JDBC URL, without a password, of the database that keeps the store instead of a file
 * @param user who connects to it, if it is said
 * @param password the password, if it is said
 * @param passwordFile a file whose first line is the password
 * @param readers connections that read at a time
 * @param writers connections to a database that write at a time
 * @param readOnEventLoop whether the thread that serves a socket reads short pages itself
 * @param migrateOnOpen whether opening a store may make or upgrade its tables
 * @param patience how long to wait for somebody else who writes, or for a connection that is free
 * @param connectTimeout how long to wait for a new connection
 * @param statementTimeout how long to wait for one statement; the database ends it then
 * @param answerTimeout how long to wait for anything that the database sends
 */
public record StoreSettings(
    Path dataDir,
    Optional<String> url,
    Optional<String> user,
    Secret password,
    Optional<Path> passwordFile,
    int readers,
    int writers,
    boolean readOnEventLoop,
    boolean migrateOnOpen,
    Duration patience,
    Duration connectTimeout,
    Duration statementTimeout,
    Duration answerTimeout) {

  static final Setting<Path> DATA_DIR =
      new Setting<>(
          "store.data-dir",
          SettingType.path(),
          "daybook-data",
          "Directory of the store, made if it is missing. The file daybook.properties is looked for"
              + " in it, so it can only be set there if that file was named by --config.");
  private static final Setting<Optional<String>> URL =
      new Setting<>(
          "store.url",
          SettingType.orNone(SettingType.databaseUrl()),
          "none",
          "The PostgreSQL database that keeps the store, instead of a file in the data directory;"
              + " several hosts for failover. The command line has --store for it.");
  private static final Setting<Optional<String>> USER =
      new Setting<>(
          "store.user",
          SettingType.orNone(SettingType.text("the name of a role of the database")),
          "none",
          "Who connects to the database; none leaves it to the driver.");
  static final Setting<Secret> PASSWORD =
      new Setting<>(
          "store.password",
          SettingType.secret(),
          "",
          "The role's password. Not allowed on the command line, where others see it; without"
              + " one the driver looks into ~/.pgpass.");
  private static final Setting<Optional<Path>> PASSWORD_FILE =
      new Setting<>(
          "store.password-file",
          SettingType.orNone(SettingType.file()),
          "none",
          "A file that holds nothing but the role's password; read when the store is" + " opened.");
  private static final Setting<Integer> READERS =
      new Setting<>(
          "store.readers",
          SettingType.number(1, 256),
          "4",
          "Connections that read at a time; about as many as the machine has cores. More for a"
              + " database on a network, where most of them wait.");
  private static final Setting<Integer> WRITERS =
      new Setting<>(
          "store.writers",
          SettingType.number(1, 256),
          "4",
          "Connections to a database that write at a time. A file has one.");

  private static final Setting<Boolean> READ_ON_EVENT_LOOP =
      new Setting<>(
          "store.read-on-event-loop",
          SettingType.flag(),
          "true",
          "Whether the thread that serves a socket reads short pages itself, which spares them two"
              + " changes of thread. What takes long or has to wait is left to other threads. False"
              + " keeps a disk that hangs from holding up requests that need none.");
  private static final Setting<Boolean> MIGRATE_ON_OPEN =
      new Setting<>(
          "store.migrate-on-open",
          SettingType.flag(),
          "true",
          "Whether a command that opens a store may make its tables, or upgrade those of an older"
              + " version. False leaves that to 'daybook migrate', so that the role of all others"
              + " needs rights to data only.");
  private static final Setting<Duration> PATIENCE =
      new Setting<>(
          "store.patience",
          SettingType.duration("250ms", "1h"),
          "5s",
          "How long to wait for somebody else who writes the same records, and for a connection that"
              + " is free.");
  private static final Setting<Duration> CONNECT_TIMEOUT =
      new Setting<>(
          "store.connect-timeout",
          SettingType.duration("1s", "1h"),
          "5s",
          "How long to wait for a new connection to a database, for each host in turn; in whole"
              + " seconds.");
  private static final Setting<Duration> STATEMENT_TIMEOUT =
      new Setting<>(
          "store.statement-timeout",
          SettingType.duration("100ms", "1h"),
          "10s",
          "How long a database may take for one statement, before it ends it.");
  private static final Setting<Duration> ANSWER_TIMEOUT =
      new Setting<>(
          "store.answer-timeout",
          SettingType.duration("1s", "1h"),
          "15s",
          "How long a database may stay silent on a connection, before it counts as gone; in whole"
              + " seconds, and longer than store.statement-timeout.");

  static final List<Setting<?>> CATALOGUE =
      List.of(
          DATA_DIR,
          URL,
          USER,
          PASSWORD,
          PASSWORD_FILE,
          READERS,
          WRITERS,
          READ_ON_EVENT_LOOP,
          MIGRATE_ON_OPEN,
          PATIENCE,
          CONNECT_TIMEOUT,
          STATEMENT_TIMEOUT,
          ANSWER_TIMEOUT);

  /** Returns where the store is, for people; nothing that only the driver needs to know. */
  public String place() {
    return url.map(text -> text.replaceFirst("\\?.*", "")).orElseGet(dataDir::toString);
  }

  static StoreSettings from(SettingValues values) {
    StoreSettings store =
        new StoreSettings(
            values.get(DATA_DIR),
            values.get(URL),
            values.get(USER),
            values.get(PASSWORD),
            values.get(PASSWORD_FILE),
            values.get(READERS),
            values.get(WRITERS),
            values.get(READ_ON_EVENT_LOOP),
            values.get(MIGRATE_ON_OPEN),
            values.get(PATIENCE),
            values.get(CONNECT_TIMEOUT),
            values.get(STATEMENT_TIMEOUT),
            values.get(ANSWER_TIMEOUT));
    if (store.answerTimeout().compareTo(store.statementTimeout()) <= 0) {
      values.complain(ANSWER_TIMEOUT.key() + " must be longer than " + STATEMENT_TIMEOUT.key());
    }
    if (!store.password().isEmpty() && store.passwordFile().isPresent()) {
      values.complain(
          "both " + PASSWORD.key() + " and " + PASSWORD_FILE.key() + " are set; one is enough");
    }
    return store;
  }
}
