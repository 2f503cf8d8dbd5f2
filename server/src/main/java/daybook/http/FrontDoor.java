package daybook.http;

import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.logging.RequestLogProperty;
import com.linecorp.armeria.server.HttpService;
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
