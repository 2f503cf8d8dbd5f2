package daybook.app;

import daybook.access.AccessTokens;
import daybook.access.RevokedGrants;
import daybook.access.TokenEndpoint;
import daybook.config.Orders0Settings;
import daybook.config.Reports2025Settings;
import daybook.config.Settings;
import daybook.contract.Operation;
import daybook.contract.PageTokens;
import daybook.http.HttpOptions;
import daybook.http.HttpParts;
import daybook.http.HttpServer;
import daybook.operation.Catalogue;
import daybook.store.sql.session.StoreOptions;
import daybook.throttle.Throttle;
import daybook.throttle.UsagePlans;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;

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
            orders.plainEmail(),
            orders.replacementAsText()));
  }

  /** Returns how the store's file is opened. */
  static StoreOptions storeOptions(Settings settings, Path file) {
    return StoreOptions.sqlite(file).withReaders(settings.store().readers());
  }

  /** Returns a server for the workspace; it does not listen yet. */
  static HttpServer httpServer(Workspace workspace, RevokedGrants revoked) {
    Settings settings = workspace.settings();
    AccessTokens tokens = workspace.accessTokens(revoked);
    UsagePlans plans =
        UsagePlans.of(
            settings.throttle(),
            workspace.catalogue().operations().stream().map(Operation::spec).toList());
    HttpParts parts =
        new HttpParts(
            workspace.catalogue().operations(),
            workspace.store(),
            tokens,
            new TokenEndpoint(workspace.store().directory(), tokens),
            new Throttle(workspace.clock(), plans),
            plans,
            new PageTokens(workspace.key("page-token"), settings.tokens().pageLifetime()),
            workspace.clock(),
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
    HttpOptions options =
        new HttpOptions(
            settings.server(),
            settings.logging(),
            settings.throttle().retryAfter(),
            settings.store().readers(),
            settings.store().readOnEventLoop());
    return new HttpServer(parts, options);
  }
}
