package daybook.app;

import daybook.access.AccessTokens;
import daybook.access.RevokedGrants;
import daybook.access.TokenEndpoint;
import daybook.config.Orders0Settings;
import daybook.config.Reports2021Settings;
import daybook.config.Reports2025Settings;
import daybook.config.Settings;
import daybook.config.SettingsException;
import daybook.config.StoreSettings;
import daybook.config.TlsSettings;
import daybook.contract.Operation;
import daybook.contract.PageTokens;
import daybook.http.HttpOptions;
import daybook.http.HttpParts;
import daybook.http.HttpServer;
import daybook.http.tls.CertificateProblem;
import daybook.http.tls.Certificates;
import daybook.http.tls.Encryption;
import daybook.operation.Catalogue;
import daybook.operation.orders0.GetOrders;
import daybook.operation.reporting2021.DateLimits;
import daybook.operation.reporting2021.OrderSwitches;
import daybook.operation.reporting2021.StatusSpelling;
import daybook.store.sql.session.PostgresOptions;
import daybook.store.sql.session.StoreOptions;
import daybook.throttle.Throttle;
import daybook.throttle.UsagePlans;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns settings into the parts they are about. */
final class Wiring {

  private Wiring() {}

  /** Returns what is served, as the settings want it. */
  static Catalogue catalogue(Settings settings) {
    Reports2025Settings reports = settings.reports2025();
    Orders0Settings orders = settings.orders0();
    return new Catalogue(
        new Catalogue.Switches(
            reports.clockSkew(),
            reports.lookBack(),
            reports.regionRequired(),
            orderSwitches(settings.reports2021()),
            new GetOrders.Switches(orders.plainBuyerEmail(), orders.replacementAsText())));
  }

  private static OrderSwitches orderSwitches(Reports2021Settings orders) {
    StatusSpelling spelling =
        orders.states() == Reports2021Settings.States.OBSERVED
            ? StatusSpelling.OBSERVED
            : StatusSpelling.DOCUMENTED;
    return new OrderSwitches(
        spelling,
        new DateLimits(orders.maxRange(), orders.lookBack()),
        orders.unknownOrder() == Reports2021Settings.UnknownOrder.EMPTY,
        orders.tokenAlone());
  }

  /** Returns how the store is opened: the file, unless the settings name a database. */
  static StoreOptions storeOptions(Settings settings, Path file) {
    StoreSettings store = settings.store();
    return store.url().isPresent()
        ? postgres(store, store.url().get())
        : StoreOptions.sqlite(file).withReaders(store.readers()).withPatience(store.patience());
  }

  private static PostgresOptions postgres(StoreSettings store, String url) {
    String password = store.passwordFile().map(Wiring::read).orElse(store.password().text());
    return new PostgresOptions(
        url,
        new PostgresOptions.Login(store.user().orElse(null), password.isEmpty() ? null : password),
        store.readers(),
        store.writers(),
        new PostgresOptions.Timeouts(
            store.connectTimeout(),
            store.answerTimeout(),
            store.statementTimeout(),
            store.patience(),
            store.patience()));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file).lines().findFirst().orElse("");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the file of the store's password " + file, e);
    }
  }

  /** Returns how the server speaks TLS; null if it does not. */
  static @Nullable Encryption encryption(Workspace workspace, PrometheusMeterRegistry meters) {
    TlsSettings tls = workspace.settings().tls();
    if (!tls.enabled()) {
      return null;
    }
    try {
      return new Encryption(Certificates.load(tls, workspace.clock(), meters), tls.plainPort());
    } catch (CertificateProblem e) {
      throw new SettingsException(List.of("TLS can't be spoken: " + e.words()));
    }
  }

  /** Returns what a server of the operations on the workspace works with. */
  static HttpParts parts(
      Workspace workspace,
      RevokedGrants revoked,
      List<Operation<?>> operations,
      PrometheusMeterRegistry meters) {
    Settings settings = workspace.settings();
    AccessTokens tokens = workspace.accessTokens(revoked);
    UsagePlans plans =
        UsagePlans.of(
            settings.throttle(),
            // A plan may be set for an operation that is not served just now.
            Stream.of(operations, workspace.catalogue().operations())
                .flatMap(List::stream)
                .map(Operation::spec)
                .toList());
    return new HttpParts(
        operations,
        workspace.store(),
        tokens,
        new TokenEndpoint(workspace.store().directory(), tokens),
        throttle(workspace, plans),
        plans,
        new PageTokens(workspace.key("page-token"), settings.tokens().pageLifetime()),
        workspace.clock(),
        meters);
  }

  private static Throttle throttle(Workspace workspace, UsagePlans plans) {
    Settings settings = workspace.settings();
    boolean shared =
        switch (settings.throttle().buckets()) {
          case AUTO -> settings.store().url().isPresent();
          case LOCAL -> false;
          case SHARED -> true;
        };
    return shared
        ? Throttle.shared(workspace.clock(), plans, workspace.store().buckets())
        : new Throttle(workspace.clock(), plans);
  }

  /** Returns a server of these parts; it does not listen yet. */
  static HttpServer httpServer(
      Settings settings, HttpParts parts, @Nullable Encryption encryption) {
    HttpOptions options =
        new HttpOptions(
            settings.server(),
            settings.logging(),
            settings.throttle().retryAfter(),
            settings.store().readers(),
            settings.store().readOnEventLoop());
    return new HttpServer(parts, options, encryption);
  }
}
