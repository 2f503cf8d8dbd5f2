package daybook.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import daybook.MutableClock;
import daybook.access.AccessTokens;
import daybook.access.NewApplication;
import daybook.access.NewGrant;
import daybook.access.Registrar;
import daybook.access.RevokedGrants;
import daybook.access.TokenEndpoint;
import daybook.config.LoggingSettings;
import daybook.config.PlanSetting;
import daybook.config.ServerSettings;
import daybook.config.ThrottleSettings;
import daybook.config.TlsSettings;
import daybook.contract.Operation;
import daybook.contract.PageTokens;
import daybook.contract.Role;
import daybook.domain.AccountId;
import daybook.domain.AccountKind;
import daybook.domain.AsOf;
import daybook.domain.BusinessOrder;
import daybook.domain.payment.Transaction;
import daybook.domain.seller.SellerOrder;
import daybook.http.tls.CertificateProblem;
import daybook.http.tls.Certificates;
import daybook.http.tls.Encryption;
import daybook.ingest.Observed;
import daybook.ingest.RecordWriter;
import daybook.operation.Catalogue;
import daybook.store.Account;
import daybook.store.Store;
import daybook.store.sql.PostgresServers;
import daybook.store.sql.SqlStore;
import daybook.store.sql.session.StoreOptions;
import daybook.throttle.Throttle;
import daybook.throttle.UsagePlans;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The real server on a free port, over a real store, at a time that tests move. The account "acme"
 * has one application with one grant for all roles.
 */
final class TestServer implements AutoCloseable {

  static final Instant NOW = Instant.parse("2025-06-01T12:00:00Z");
  static final AccountId ACME = new AccountId("acme");
  static final String REPORTS = "/reports/2025-06-09/orderReports";
  static final String TRANSACTIONS = "/reconciliation/2021-01-08/transactions";
  static final String RANGE =
      "?orderStartDate=2025-01-01T00:00:00Z&orderEndDate=2025-06-01T00:00:00Z";

  /** What a test can choose. */
  record Choice(
      UnaryOperator<Store> store,
      UsagePlans plans,
      Catalogue catalogue,
      HttpOptions options,
      boolean sharesBuckets) {

    Choice with(HttpOptions other) {
      return new Choice(store, plans, catalogue, other, sharesBuckets);
    }

    /** Counts calls in the store. */
    Choice sharing() {
      return new Choice(store, plans, catalogue, options, true);
    }

    Choice with(ServerSettings server) {
      return with(
          new HttpOptions(
              server,
              options.logging(),
              options.retryAfter(),
              options.blockingThreads(),
              options.readOnEventLoop()));
    }

    Choice with(Catalogue other) {
      return new Choice(store, plans, other, options, sharesBuckets);
    }

    Choice with(UsagePlans other) {
      return new Choice(store, other, catalogue, options, sharesBuckets);
    }

    Choice with(UnaryOperator<Store> other) {
      return new Choice(other, plans, catalogue, options, sharesBuckets);
    }
  }

  static final ServerSettings SETTINGS =
      new ServerSettings(
          "127.0.0.1",
          0,
          1_000,
          16_384,
          16_384,
          65_536,
          500,
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofSeconds(10));

  /** No limit of calls, everything else as usual. */
  static final Choice UNLIMITED =
      new Choice(
          UnaryOperator.identity(),
          UsagePlans.unlimited(),
          new Catalogue(),
          new HttpOptions(
              SETTINGS, new LoggingSettings(true, LoggingSettings.Format.TEXT), true, 4, false),
          false);

  /** The usage plans of the contract. */
  static final Choice LIMITED = UNLIMITED.with(UsagePlans.ofContract());

  /** The contract's rates, with buckets that no test empties. */
  static final Choice GENEROUS =
      UNLIMITED.with(
          UsagePlans.of(
              new ThrottleSettings(
                  true,
                  true,
                  ThrottleSettings.Buckets.AUTO,
                  UNLIMITED.catalogue().operations().stream()
                      .map(Operation::spec)
                      .map(
                          spec ->
                              new PlanSetting(
                                  null, spec.operationId(), spec.plan().rate(), 1_000_000, "test"))
                      .toList()),
              UNLIMITED.catalogue().operations().stream().map(Operation::spec).toList()));

  final MutableClock clock = new MutableClock(NOW);
  final SqlStore store;
  final AccessTokens accessTokens;
  final RevokedGrants revoked;
  final Registrar registrar;
  final NewApplication application;
  final NewGrant grant;
  final String accessToken;
  final HttpServer server;
  final @Nullable Certificates certificates;
  private final RecordWriter<BusinessOrder> writer;
  private final RecordWriter<SellerOrder> sellerWriter;
  private final RecordWriter<Transaction> transactionWriter;
  private long transactionWrites;

  TestServer(Path directory, Choice choice) {
    this(directory, choice, choice.catalogue().operations());
  }

  /** Serves these operations instead of the catalogue's. */
  TestServer(Path directory, Choice choice, List<Operation<?>> operations) {
    this(sqlite(directory), choice, operations, null);
  }

  /** Serves over TLS. */
  TestServer(Path directory, Choice choice, TlsSettings tls) {
    this(sqlite(directory), choice, choice.catalogue().operations(), tls);
  }

  /** Serves an empty store on PostgreSQL, without a limit of calls. */
  static TestServer onPostgres() {
    SqlStore store = SqlStore.open(PostgresServers.options(PostgresServers.emptySchema()));
    return new TestServer(store, UNLIMITED, UNLIMITED.catalogue().operations(), null);
  }

  private static SqlStore sqlite(Path directory) {
    return SqlStore.open(StoreOptions.sqlite(directory.resolve("daybook.db")));
  }

  private TestServer(
      SqlStore store, Choice choice, List<Operation<?>> operations, @Nullable TlsSettings tls) {
    this.store = store;
    writer = new RecordWriter<>(store, choice.catalogue().orders());
    transactionWriter = new RecordWriter<>(store, choice.catalogue().transactions());
    sellerWriter = new RecordWriter<>(store, choice.catalogue().sellerOrders());
    registrar = new Registrar(store.directory(), clock);
    revoked = new RevokedGrants(store.directory());
    byte[] key = "0123456789abcdef0123456789abcdef".getBytes(UTF_8);
    accessTokens = new AccessTokens(key, Duration.ofHours(1), revoked);
    addAccount(ACME);
    application = registrar.createApplication("tests");
    grant = registrar.createGrant(application.clientId(), ACME, Set.of(Role.values()));
    accessToken = accessTokens.issue(grant.grant(), NOW);
    Store served = choice.store().apply(store);
    PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    certificates = tls == null ? null : certificates(tls, meters);
    server =
        new HttpServer(
            new HttpParts(
                operations,
                served,
                accessTokens,
                new TokenEndpoint(served.directory(), accessTokens),
                choice.sharesBuckets()
                    ? Throttle.shared(clock, choice.plans(), served.buckets())
                    : new Throttle(clock, choice.plans()),
                choice.plans(),
                new PageTokens(key, Duration.ofHours(24)),
                clock,
                meters),
            choice.options(),
            tls == null ? null : new Encryption(certificates, tls.plainPort()));
    server.start();
  }

  private Certificates certificates(TlsSettings tls, PrometheusMeterRegistry meters) {
    try {
      return Certificates.load(tls, clock, meters);
    } catch (CertificateProblem e) {
      throw new AssertionError(e);
    }
  }

  void addAccount(AccountId id) {
    assertThat(store.directory().addAccount(new Account(id, AccountKind.BUSINESS, id.value(), NOW)))
        .isTrue();
  }

  /** Returns an access token of a new grant. */
  String tokenFor(AccountId account, Role... roles) {
    NewGrant made =
        registrar.createGrant(application.clientId(), account, Set.copyOf(Arrays.asList(roles)));
    return accessTokens.issue(made.grant(), clock.instant());
  }

  void write(AccountId account, List<BusinessOrder> orders) {
    List<Observed<BusinessOrder>> batch =
        orders.stream().map(order -> new Observed<>(order, new AsOf(NOW, 1))).toList();
    writer.write(account, batch);
  }

  void sell(AccountId account, SellerOrder... orders) {
    sellerWriter.write(
        account,
        Arrays.stream(orders)
            .map(order -> new Observed<>(order, new AsOf(clock.instant(), 1)))
            .toList());
  }

  /** Sends a POST with the token of acme. */
  Answer post(String target, String body, String... headers) {
    return postAs(accessToken, target, body, headers);
  }

  Answer postAs(String token, String target, String body, String... headers) {
    List<String> all = new ArrayList<>(List.of(headers));
    all.add("Content-Length: " + body.getBytes(UTF_8).length);
    String bytes = new String(body.getBytes(UTF_8), ISO_8859_1);
    return send(request("POST", target, token, all.toArray(new String[0])) + bytes);
  }

  /** Writes transactions, which are newer than all that were written before. */
  void writeTransactions(AccountId account, List<Transaction> transactions) {
    AsOf asOf = new AsOf(NOW, ++transactionWrites);
    transactionWriter.write(
        account,
        transactions.stream().map(transaction -> new Observed<>(transaction, asOf)).toList());
  }

  int port() {
    return server.port();
  }

  Wire connect() {
    try {
      return new Wire(port());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends bytes over a connection of their own and returns the answer. */
  Answer send(String request) {
    try (Wire wire = connect()) {
      return wire.send(request).answer();
    } catch (IOException e) {
      throw new UncheckedIOException("no answer to " + request.lines().findFirst(), e);
    }
  }

  /** Sends a GET with the token of acme. */
  Answer get(String target, String... headers) {
    return getAs(accessToken, target, headers);
  }

  Answer getAs(String token, String target, String... headers) {
    return send(request("GET", target, token, headers));
  }

  static String request(String method, String target, String token, String... headers) {
    StringBuilder request = new StringBuilder();
    request.append(method).append(' ').append(target).append(" HTTP/1.1\r\nHost: localhost\r\n");
    if (token != null) {
      request.append("x-amz-access-token: ").append(token).append("\r\n");
    }
    for (String header : headers) {
      request.append(header).append("\r\n");
    }
    return request.append("\r\n").toString();
  }

  static String encoded(String value) {
    return URLEncoder.encode(value, UTF_8).replace("+", "%20");
  }

  // The library takes two seconds of quiet to stop. Nobody asks any more, so nobody waits for it:
  // how a server stops is tested elsewhere.
  @Override
  public void close() {
    Thread stopping = new Thread(server::close, "test-server-stop");
    stopping.setDaemon(true);
    stopping.start();
    store.close();
  }
}
