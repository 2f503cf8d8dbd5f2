package daybook.access;

import daybook.MutableClock;
import daybook.contract.Role;
import daybook.domain.AccountId;
import daybook.domain.AccountKind;
import daybook.store.Account;
import daybook.store.Directory;
import daybook.store.sql.SqlStore;
import daybook.store.sql.session.StoreOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/** A store in a directory with one account, and all of access wired on it. */
final class AccessFixture implements AutoCloseable {
  static final Instant START = Instant.parse("2026-03-01T12:00:00.250Z");
  static final Duration LIFETIME = Duration.ofHours(1);
  static final AccountId ACME = new AccountId("acme");
  static final Set<Role> ANALYTICS = EnumSet.of(Role.AMAZON_BUSINESS_ANALYTICS);

  final MutableClock clock = new MutableClock(START);
  final SqlStore store;
  final Directory directory;
  final Registrar registrar;
  final RevokedGrants revoked;
  final AccessTokens tokens;
  final TokenEndpoint endpoint;

  AccessFixture(Path dir) {
    store = SqlStore.open(StoreOptions.sqlite(dir.resolve("access.db")));
    directory = store.directory();
    directory.addAccount(new Account(ACME, AccountKind.BUSINESS, "Acme", START));
    registrar = new Registrar(directory, clock);
    revoked = new RevokedGrants(directory);
    byte[] key = directory.key("access-token", new Secrets().newSigningKey());
    tokens = new AccessTokens(key, LIFETIME, revoked);
    endpoint = new TokenEndpoint(directory, tokens);
  }

  NewApplication application() {
    return registrar.createApplication("ERP");
  }

  NewGrant grant(NewApplication application) {
    return registrar.createGrant(application.clientId(), ACME, ANALYTICS);
  }

  Instant now() {
    return clock.instant();
  }

  @Override
  public void close() {
    store.close();
  }
}
