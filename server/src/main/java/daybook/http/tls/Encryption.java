package daybook.http.tls;

import com.linecorp.armeria.common.util.TlsEngineType;
import com.linecorp.armeria.server.ServerBuilder;
import daybook.config.ServerSettings;
import io.netty.handler.ssl.util.SimpleKeyManagerFactory;
import java.net.InetSocketAddress;
import java.security.KeyStore;
import javax.net.ssl.KeyManager;
import javax.net.ssl.ManagerFactoryParameters;
import org.jspecify.annotations.Nullable;

/**
 * How a server speaks TLS: 1.2 and 1.3, by the platform's own implementation.
 *
 * @param certificates what it shows
 * @param plainPort port that speaks plain HTTP beside it, 0 for a free one; null for none
 */
public record Encryption(Certificates certificates, @Nullable Integer plainPort) {

  private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

  /** Makes the server listen. */
  public void applyTo(ServerBuilder builder, ServerSettings settings) {
    builder
        .https(new InetSocketAddress(settings.address(), settings.port()))
        .tlsEngineType(TlsEngineType.JDK)
        .tls(new Keys(certificates))
        .tlsCustomizer(context -> context.protocols(PROTOCOLS));
    if (plainPort != null) {
      builder.http(new InetSocketAddress(settings.address(), plainPort));
    }
  }

  /** Hands the keys to the library in the form it asks for. */
  private static final class Keys extends SimpleKeyManagerFactory {

    private final Certificates certificates;

    Keys(Certificates certificates) {
      this.certificates = certificates;
    }

    @Override
    protected void engineInit(@Nullable KeyStore store, char @Nullable [] password) {}

    @Override
    protected void engineInit(ManagerFactoryParameters parameters) {}

    @Override
    protected KeyManager[] engineGetKeyManagers() {
      return new KeyManager[] {certificates.keys()};
    }
  }
}
