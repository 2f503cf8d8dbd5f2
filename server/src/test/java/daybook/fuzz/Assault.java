package daybook.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import daybook.fuzz.Hostile.Manner;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** Sends hostile requests over several connections and judges what comes back. */
public final class Assault {

  private static final int CONNECTIONS = 8;
  private static final int BOUND_MILLIS = 10_000;
  private static final int MOST_AT_ONCE = 8;
  private static final int MOST_BYTES_AT_ONCE = 48_000;
  private static final int GOOD_EVERY = 200;

  private final int port;
  private final Victims victims;
  private final HostileRequests requests;
  private final Judge judge;
  private final Tally tally;

  /** Aims at a server on this machine. */
  public Assault(int port, Victims victims, long seed, Tally tally) {
    this.port = port;
    this.victims = victims;
    this.requests = new HostileRequests(seed, victims);
    this.judge = new Judge(victims);
    this.tally = tally;
  }

  /** Sends the requests of these numbers, and returns when the last has had its end. */
  public void run(long from, long to) throws InterruptedException {
    AtomicLong next = new AtomicLong(from);
    ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS + 1);
    try (Loiterers loiterers = new Loiterers(port, tally)) {
      Future<?> loitering = threads.submit(loiterers);
      List<Future<?>> workers = new ArrayList<>();
      for (int i = 0; i < CONNECTIONS; i++) {
        workers.add(
            threads.submit(
                () -> {
                  work(next, to, loiterers);
                  return null;
                }));
      }
      for (Future<?> worker : workers) {
        worker.get();
      }
      loiterers.finish();
      loitering.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the assault itself failed", e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  /** Sends one request of this assault again, alone. */
  public void repeat(long number) throws IOException, InterruptedException {
    run(number, number + 1);
  }

  private void work(AtomicLong next, long to, Loiterers loiterers) throws IOException {
    List<Hostile> batch = new ArrayList<>();
    int bytes = 0;
    for (long number = next.getAndIncrement(); number < to; number = next.getAndIncrement()) {
      Hostile hostile = requests.make(number);
      tally.sent(hostile);
      switch (hostile.manner()) {
        case UNENDING -> loiterers.add(hostile);
        case ABRUPT -> abruptly(hostile);
        case UNCLEAR -> alone(hostile);
        case WHOLE -> {
          batch.add(hostile);
          bytes += hostile.text().length();
        }
      }
      if (number % GOOD_EVERY == 0) {
        good(number);
      }
      if (batch.size() > number % MOST_AT_ONCE || bytes > MOST_BYTES_AT_ONCE) {
        together(batch);
        batch.clear();
        bytes = 0;
      }
    }
    together(batch);
  }

  // A server may hang up after an answer, and what came after that is lost: it is sent again.
  private void together(List<Hostile> batch) throws IOException {
    List<Hostile> left = new ArrayList<>(batch);
    while (!left.isEmpty()) {
      int answered = pipelined(left);
      if (answered == 0) {
        // What is read late may be lost when the other end hangs up; alone, nothing is.
        alone(left.remove(0));
      } else {
        left.subList(0, answered).clear();
      }
    }
  }

  private int pipelined(List<Hostile> all) throws IOException {
    StringBuilder bytes = new StringBuilder();
    all.forEach(hostile -> bytes.append(hostile.text()));
    int answered = 0;
    try (Socket socket = connect()) {
      long start = System.nanoTime();
      socket.getOutputStream().write(bytes.toString().getBytes(ISO_8859_1));
      InputStream in = new BufferedInputStream(socket.getInputStream());
      for (Hostile hostile : all) {
        Reply reply = Reply.read(in, hostile.isHead());
        if (reply == null) {
          return answered;
        }
        judged(hostile, reply, start);
        answered++;
        if (reply.isLast()) {
          return answered;
        }
      }
    } catch (SocketTimeoutException | Reply.NoHttpException e) {
      tally.wrong(all.get(answered), "within a pipeline, " + e.getMessage());
      return answered + 1;
    } catch (IOException e) {
      tally.outcome("reset in a pipeline");
    }
    return answered;
  }

  private void alone(Hostile hostile) throws IOException {
    boolean whole = hostile.manner() == Manner.WHOLE;
    try (Socket socket = connect()) {
      long start = System.nanoTime();
      socket.getOutputStream().write(hostile.bytes());
      InputStream in = new BufferedInputStream(socket.getInputStream());
      Reply reply = Reply.read(in, hostile.isHead());
      if (reply == null) {
        unanswered(hostile, whole, "hung up");
        return;
      }
      judged(hostile, reply, start);
      while (!whole && in.available() > 0 && reply != null && reply.status() != 101) {
        reply = Reply.read(in, false);
        if (reply != null) {
          judged(hostile, reply, start);
        }
      }
    } catch (SocketTimeoutException e) {
      tally.wrong(hostile, "no answer within " + BOUND_MILLIS + " ms");
    } catch (Reply.NoHttpException e) {
      if (hostile.text().contains("HTTP2-Settings") || hostile.text().startsWith("PRI ")) {
        tally.outcome("frames of HTTP/2");
      } else {
        tally.wrong(hostile, e.getMessage());
      }
    } catch (IOException e) {
      unanswered(hostile, whole, "reset");
    }
  }

  private void unanswered(Hostile hostile, boolean whole, String how) {
    tally.outcome(how);
    if (whole) {
      tally.wrong(hostile, how + " without an answer");
    }
  }

  private void abruptly(Hostile hostile) throws IOException {
    Random random = new Random(hostile.number());
    try (Socket socket = connect()) {
      if (random.nextBoolean()) {
        socket.setSoLinger(true, 0);
      }
      socket.getOutputStream().write(hostile.bytes());
      int bytes = random.nextInt(3) == 0 ? 0 : random.nextInt(20_000);
      socket.getInputStream().readNBytes(Math.min(bytes, 20_000));
      tally.outcome("left");
    } catch (SocketTimeoutException e) {
      // It has had all of its answers, and waits for the next request.
      tally.outcome("left");
    } catch (IOException e) {
      tally.outcome("reset");
    }
  }

  private void good(long number) {
    Victim victim = victims.all().get((int) (number / GOOD_EVERY % victims.all().size()));
    String text = HostileRequests.good(victim);
    Hostile good = new Hostile(number, "good", Manner.WHOLE, text, Set.of(victim.name()), false);
    try (Socket socket = connect()) {
      long start = System.nanoTime();
      socket.getOutputStream().write(good.bytes());
      Reply reply = Reply.read(socket.getInputStream(), false);
      if (reply == null || reply.status() != 200 || !reply.body().contains(victim.marker())) {
        tally.wrong(good, "a good request got " + reply);
      } else {
        judged(good, reply, start);
      }
    } catch (IOException e) {
      tally.wrong(good, "a good request got no answer: " + e.getMessage());
    }
  }

  private void judged(Hostile hostile, Reply reply, long start) {
    tally.answered(hostile, reply, System.nanoTime() - start, judge.faults(hostile, reply));
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(BOUND_MILLIS);
    socket.setTcpNoDelay(true);
    return socket;
  }
}
