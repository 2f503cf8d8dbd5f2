package daybook.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import java.time.InstantSource;

/**
 * Gives an id to the one answer that the HTTP library writes without asking anybody: that to {@code
 * OPTIONS *}.
 */
final class LastResort extends ChannelOutboundHandlerAdapter {

  private final InstantSource clock;

  LastResort(InstantSource clock) {
    this.clock = clock;
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
