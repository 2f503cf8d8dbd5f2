package daybook.http;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import java.time.InstantSource;

/**
 * Gives an id to the one answer that the HTTP library writes without asking anybody: that to {@code
 * OPTIONS *}.
 */
final class LastResort extends ChannelDuplexHandler {

  private final InstantSource clock;

  LastResort(InstantSource clock) {
    this.clock = clock;
  }

  // Over TLS the handlers of HTTP come after the handshake: it has to stand behind them.
  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) throws Exception {
    // Passed on first: the one that is added must not see the same event.
    super.userEventTriggered(context, event);
    if (event instanceof SslHandshakeCompletionEvent handshake && handshake.isSuccess()) {
      context.pipeline().addLast(new LastResort(clock));
      context.pipeline().remove(this);
    }
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise)
      throws Exception {
    if (message instanceof HttpResponse answer
        && answer.status().codeClass() != HttpStatusClass.INFORMATIONAL
        && !answer.headers().contains(AnswerIds.REQUEST_ID)) {
      AnswerIds.draw(clock.instant()).forEach((name, value) -> answer.headers().set(name, value));
    }
    super.write(context, message, promise);
  }
}
