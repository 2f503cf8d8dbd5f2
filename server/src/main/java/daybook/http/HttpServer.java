package daybook.http;

import com.linecorp.armeria.common.FlagsProvider;
import com.linecorp.armeria.common.SessionProtocol;
import com.linecorp.armeria.common.util.BlockingTaskExecutor;
import com.linecorp.armeria.server.Server;
import com.linecorp.armeria.server.ServerBuilder;
import com.linecorp.armeria.server.ServerPort;
import daybook.config.ServerSettings;
import daybook.http.tls.Encryption;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP server: it listens, answers and stops in an orderly way.
 *
 * <p>A stop makes it unready first, then deaf to new connections; what was begun is finished within
 * the time that the settings allow.
 */
public final class HttpServer implements AutoCloseable {

  private static final Duration QUIET = Duration.ofMillis(100);

  /**
   * Keeps the HTTP library from remembering targets and headers: thousands of them would fill the
   * memory if strangers made each as long as it may be.
   */
  public static final class NothingRemembered implements FlagsProvider {

    private static final String OFF = "off";

    @Override
    public int priority() {
      return 100;
    }

    @Override
    public String routeCacheSpec() {
      return OFF;
    }

    @Override
    public String parsedPathCacheSpec() {
      return OFF;
    }

    @Override
    public String headerValueCacheSpec() {
      return OFF;
    }
  }

  /**
   * Takes the way from HTTP/1.1 to HTTP/2 by an upgrade out of a new connection; a client that asks
   * for it is answered in HTTP/1.1, as the standard allows. Java's own client asks in every first
   * request, and misreads an answer that follows the switch at once.
   */
  private static final class NoUpgrade extends ChannelInboundHandlerAdapter {

    // By so many bytes the library tells the versions apart, and lays the way out.
    private static final int TELLING = 4;
    private static final String WAY = "HttpServerUpgradeHandler";

    private int seen;

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      if (!(message instanceof ByteBuf bytes) || seen >= TELLING) {
        context.fireChannelRead(message);
        return;
      }
      int first = Math.min(TELLING - seen, bytes.readableBytes());
      seen += first;
      context.fireChannelRead(bytes.readRetainedSlice(first));
      if (seen >= TELLING) {
        for (ChannelHandler handler : context.pipeline().toMap().values()) {
          if (handler.getClass().getSimpleName().equals(WAY)) {
            context.pipeline().remove(handler);
          }
        }
      }
      if (bytes.isReadable()) {
        context.fireChannelRead(bytes);
      } else {
        bytes.release();
      }
    }
  }

  private final Server server;
  private final Health health;
  private final FrontDoor frontDoor;
  private final InstantSource clock;
  private final Set<Channel> listeners = ConcurrentHashMap.newKeySet();

  /** Puts a server together that speaks plain HTTP; it does not listen yet. */
  public HttpServer(HttpParts parts, HttpOptions options) {
    this(parts, options, null);
  }

  /** Puts the server together, speaking TLS if there is a way to; it does not listen yet. */
  public HttpServer(HttpParts parts, HttpOptions options, @Nullable Encryption encryption) {
    clock = parts.clock();
    Traffic traffic = new Traffic(parts.meters());
    Journal journal = new Journal(options.logging(), traffic);
    Pipeline pipeline = new Pipeline(parts, options, traffic);
    health =
        new Health(
            parts.store(), encryption == null ? List::of : encryption.certificates()::warnings);
    SideDoors sideDoors = new SideDoors(parts.tokenEndpoint(), health, parts.meters());
    frontDoor = new FrontDoor(parts.clock(), journal, sideDoors, pipeline);
    ServerBuilder builder =
        Server.builder()
            .serviceUnder("/", frontDoor)
            .errorHandler(new ProtocolErrors(pipeline.answers(), journal, traffic, parts.clock()))
            .meterRegistry(parts.meters())
            .blockingTaskExecutor(
                BlockingTaskExecutor.builder()
                    .numThreads(options.blockingThreads())
                    .threadNamePrefix("daybook-store")
                    .build(),
                true)
            .disableServerHeader()
            // Failures are in our own log, with their request id.
            .unloggedExceptionsReportIntervalMillis(0);
    bounded(builder, options.server());
    if (encryption == null) {
      builder.http(new InetSocketAddress(options.server().address(), options.server().port()));
    } else {
      encryption.applyTo(builder, options.server());
    }
    server = builder.build();
  }

  /** Begins to listen; returns once it does. */
  public void start() {
    server.start().join();
  }

  /** Returns the port that is listened on: the one that speaks TLS, if one does. */
  public int port() {
    ServerPort encrypted = server.activePort(SessionProtocol.HTTPS);
    return encrypted == null ? server.activeLocalPort() : encrypted.localAddress().getPort();
  }

  /** Returns the port that speaks plain HTTP, 0 if none does. */
  public int plainPort() {
    ServerPort plain = server.activePort(SessionProtocol.HTTP);
    return plain == null ? 0 : plain.localAddress().getPort();
  }

  /** Stops listening, finishes what was begun, and returns when all is done. */
  @Override
  public void close() {
    health.stop();
    frontDoor.stop();
    listeners.forEach(listener -> listener.close().awaitUninterruptibly());
    server.stop().join();
    health.close();
  }

  private void bounded(ServerBuilder builder, ServerSettings settings) {
    builder
        .maxNumConnections(settings.maxConnections())
        .http1MaxInitialLineLength(settings.maxUrlBytes())
        .http1MaxHeaderSize(settings.maxHeaderBytes())
        .http2MaxHeaderListSize((long) settings.maxHeaderBytes() + settings.maxUrlBytes())
        .http2MaxStreamsPerConnection(100)
        .maxRequestLength(settings.maxBodyBytes())
        .requestTimeout(settings.requestTimeout())
        .idleTimeout(settings.idleTimeout())
        .absoluteUriTransformer(HttpServer::originForm)
        .gracefulShutdownTimeout(
            settings.drainTime().compareTo(QUIET) < 0 ? settings.drainTime() : QUIET,
            settings.drainTime())
        .childChannelPipelineCustomizer(channels -> customize(channels, settings.requestTimeout()));
  }

  private void customize(ChannelPipeline channels, Duration limit) {
    channels.addFirst(new RequestDeadline(limit), new NoUpgrade());
    channels.addLast(new LastResort(clock));
    // The library keeps its listening sockets to itself; a connection knows the one it came by.
    listeners.add(channels.channel().parent());
  }

  // "GET http://host/path" is how a proxy is asked, and what old clients send to anyone.
  private static String originForm(String uri) {
    int slash = uri.indexOf('/', uri.indexOf("://") + 3);
    return slash < 0 ? "/" : uri.substring(slash);
  }
}
