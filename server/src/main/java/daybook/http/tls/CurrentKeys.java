package daybook.http.tls;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * Hands the certificate in use to each handshake; it can be exchanged at any time.
 *
 * <p>One TLS context serves all connections of the server's life, so that clients can resume their
 * sessions. A handshake asks for a name first, and by that name for certificate and key: a name
 * speaks of one generation, and the generation before the last is kept for handshakes under way.
 */
final class CurrentKeys extends X509ExtendedKeyManager {

  private static final String ALIAS = "daybook-";

  private volatile List<Generation> generations = List.of();
  private int count;

  /** A certificate and the platform's rules for using it. */
  private record Generation(String prefix, X509ExtendedKeyManager keys) {}

  /** Uses this certificate for every handshake from now on. */
  synchronized void use(KeyPair pair) throws CertificateProblem {
    String prefix = ALIAS + count++;
    Generation next = new Generation(prefix, manager(prefix, pair));
    generations = generations.isEmpty() ? List.of(next) : List.of(next, generations.get(0));
  }

  private static X509ExtendedKeyManager manager(String alias, KeyPair pair)
      throws CertificateProblem {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      char[] none = new char[0];
      store.setKeyEntry(alias, pair.key(), none, pair.chain().toArray(X509Certificate[]::new));
      KeyManagerFactory factory = KeyManagerFactory.getInstance("SunX509");
      factory.init(store, none);
      for (KeyManager manager : factory.getKeyManagers()) {
        if (manager instanceof X509ExtendedKeyManager keys) {
          return keys;
        }
      }
    } catch (GeneralSecurityException | IOException e) {
      throw new CertificateProblem("Java can't use the certificate " + pair + " (" + e + ")");
    }
    throw new CertificateProblem("Java can't use the certificate " + pair);
  }

  @Override
  public @Nullable String chooseEngineServerAlias(
      String keyType, Principal @Nullable [] issuers, SSLEngine engine) {
    return generations.get(0).keys().chooseEngineServerAlias(keyType, issuers, engine);
  }

  @Override
  public @Nullable String chooseServerAlias(
      String keyType, Principal @Nullable [] issuers, Socket socket) {
    return generations.get(0).keys().chooseServerAlias(keyType, issuers, socket);
  }

  @Override
  public X509Certificate @Nullable [] getCertificateChain(String alias) {
    X509ExtendedKeyManager keys = named(alias);
    return keys == null ? null : keys.getCertificateChain(alias);
  }

  @Override
  public @Nullable PrivateKey getPrivateKey(String alias) {
    X509ExtendedKeyManager keys = named(alias);
    return keys == null ? null : keys.getPrivateKey(alias);
  }

  @Override
  public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
    return generations.get(0).keys().getServerAliases(keyType, issuers);
  }

  @Override
  public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
    return null;
  }

  @Override
  public @Nullable String chooseClientAlias(
      String[] keyType, Principal @Nullable [] issuers, Socket socket) {
    return null;
  }

  private @Nullable X509ExtendedKeyManager named(String alias) {
    for (Generation generation : generations) {
      if (generation.prefix().equals(alias)) {
        return generation.keys();
      }
    }
    return null;
  }
}
