package daybook.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.AttributeKey;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection whose client begins a request and does not bring its headers to an end.
 *
 * <p>An idle timeout does not see such a client, since it sends a byte now and then; the timeout of
 * a request does not see it either, since there is no request yet. The clock starts with the first
 * byte that belongs to no request under way and stops when the headers of one are complete. Over
 * HTTP/2 it stops for good with the first request: clients speak between requests there, of windows
 * and pings, and a client without a request is what the idle timeout is for.
 *
 * <p>Belongs to one connection and is used by its event loop only.
 */
final class RequestDeadline extends ChannelInboundHandlerAdapter {

  private static final AttributeKey<RequestDeadline> KEY =
      AttributeKey.valueOf(RequestDeadline.class, "deadline");

  private final long nanos;
  private int underWay;
  private long begun;
  private boolean multiplexed;
  private @Nullable ScheduledFuture<?> alarm;

  RequestDeadline(Duration limit) {
    this.nanos = limit.toNanos();
  }

  /** Tells the connection that the headers of a request are complete. */
  static void begun(@Nullable Channel channel, boolean multiplexed) {
    RequestDeadline deadline = channel == null ? null : channel.attr(KEY).get();
    if (deadline != null) {
      deadline.begun++;
      deadline.multiplexed = multiplexed;
      deadline.underWay++;
      deadline.stop();
    }
  }

  /** Tells the connection that a request has been answered. */
  static void ended(@Nullable Channel channel) {
    RequestDeadline deadline = channel == null ? null : channel.attr(KEY).get();
    if (deadline != null) {
      deadline.underWay--;
    }
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    context.channel().attr(KEY).set(this);
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
    long before = begun;
    boolean bytes = message instanceof ByteBuf buffer && buffer.isReadable();
    super.channelRead(context, message);
    if (bytes && !multiplexed && begun == before && underWay == 0 && alarm == null) {
      alarm =
          context
              .executor()
              .schedule(
                  () -> {
                    var unused = context.close();
                  },
                  nanos,
                  TimeUnit.NANOSECONDS);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) throws Exception {
    stop();
    super.channelInactive(context);
  }

  private void stop() {
    if (alarm != null) {
      alarm.cancel(false);
      alarm = null;
    }
  }
}
