package daybook.fuzz;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/**
 * Connections that begin something and never end it. Half of them send a byte now and then. All are
 * kept open until the server hangs up, which it must do in time.
 */
final class Loiterers implements Runnable, AutoCloseable {

  private static final long BOUND_NANOS = TimeUnit.SECONDS.toNanos(15);
  private static final int MOST = 60;

  private final int port;
  private final Tally tally;
  private final Queue<Hostile> waiting = new ConcurrentLinkedQueue<>();
  private final List<Open> open = new ArrayList<>();
  private volatile boolean finishing;

  private record Open(Hostile hostile, Socket socket, long since) {}

  Loiterers(int port, Tally tally) {
    this.port = port;
    this.tally = tally;
  }

  void add(Hostile hostile) {
    waiting.add(hostile);
  }

  /** Lets the run end once all of them have been hung up on. */
  void finish() {
    finishing = true;
  }

  @Override
  public void run() {
    while (!Thread.currentThread().isInterrupted()
        && !(finishing && waiting.isEmpty() && open.isEmpty())) {
      Hostile next = open.size() < MOST ? waiting.poll() : null;
      if (next != null) {
        begin(next);
      }
      if (next == null && open.isEmpty()) {
        Thread.onSpinWait();
        java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
      }
      for (Iterator<Open> all = open.iterator(); all.hasNext(); ) {
        Open one = all.next();
        if (isOver(one)) {
          all.remove();
          close(one);
        }
      }
    }
  }

  private void begin(Hostile hostile) {
    try {
      Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setSoTimeout(5);
      socket.getOutputStream().write(hostile.bytes());
      open.add(new Open(hostile, socket, System.nanoTime()));
    } catch (IOException e) {
      tally.outcome("reset");
    }
  }

  private boolean isOver(Open one) {
    try {
      if (one.hostile().number() % 2 == 0 && !one.hostile().text().isEmpty()) {
        one.socket().getOutputStream().write('x');
      }
      if (one.socket().getInputStream().read(new byte[4_096]) < 0) {
        tally.outcome("hung up on");
        return true;
      }
    } catch (SocketTimeoutException e) {
      if (System.nanoTime() - one.since() > BOUND_NANOS) {
        tally.wrong(one.hostile(), "not hung up on in time");
        return true;
      }
    } catch (IOException e) {
      tally.outcome("hung up on");
      return true;
    }
    return false;
  }

  private static void close(Open one) {
    try {
      one.socket().close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    open.forEach(Loiterers::close);
  }
}
