package daybook.http;

import com.linecorp.armeria.common.ExchangeType;
import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.logging.RequestLogProperty;
import com.linecorp.armeria.server.HttpService;
import com.linecorp.armeria.server.RoutingContext;
import com.linecorp.armeria.server.ServiceRequestContext;
import io.netty.channel.Channel;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;

/** Where every request that HTTP can read comes in, whatever its path, method and host. */
final class FrontDoor implements HttpService {

  private final InstantSource clock;
  private final Journal journal;
  private final SideDoors sideDoors;
  private final Pipeline pipeline;
  private final AtomicBoolean stopping = new AtomicBoolean();

  FrontDoor(InstantSource clock, Journal journal, SideDoors sideDoors, Pipeline pipeline) {
    this.clock = clock;
    this.journal = journal;
    this.sideDoors = sideDoors;
    this.pipeline = pipeline;
  }

  /** Lets every connection end with the request that is under way on it. */
  void stop() {
    stopping.set(true);
  }

  // Every answer is there as a whole before its first byte is sent: said so, it leaves in one piece
  // rather than headers first, which costs the server and the client a call each.
  @Override
  public ExchangeType exchangeType(RoutingContext routing) {
    return ExchangeType.REQUEST_STREAMING;
  }

  @Override
  public HttpResponse serve(ServiceRequestContext context, HttpRequest request) {
    Exchange exchange = new Exchange(context, clock.instant());
    Channel channel = context.log().ensureAvailable(RequestLogProperty.SESSION).channel();
    RequestDeadline.begun(channel, context.sessionProtocol().isMultiplex());
    var unusedEnd = context.log().whenComplete().thenAccept(log -> RequestDeadline.ended(channel));
    journal.follow(exchange);
    if (stopping.get()) {
      var unused = context.initiateConnectionShutdown();
    }
    return sideDoors.serve(exchange, request).orElseGet(() -> pipeline.serve(exchange));
  }
}
