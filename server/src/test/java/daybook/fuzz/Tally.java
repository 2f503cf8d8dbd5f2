package daybook.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what was sent and what came back, and keeps what was wrong. */
public final class Tally {

  private static final int MOST_KEPT = 50;
  private static final int MOST_SHOWN = 500;

  private final Map<String, Long> statuses = new TreeMap<>();
  private final Map<String, Long> kinds = new TreeMap<>();
  private final List<String> problems = new ArrayList<>();
  private long answers;
  private long wrong;
  private long slowestNanos;
  private String slowest = "";

  synchronized void sent(Hostile hostile) {
    kinds.merge(hostile.kind(), 1L, Long::sum);
  }

  synchronized void outcome(String status) {
    statuses.merge(status, 1L, Long::sum);
  }

  synchronized void answered(Hostile hostile, Reply reply, long nanos, List<String> faults) {
    answers++;
    statuses.merge(Integer.toString(reply.status()), 1L, Long::sum);
    if (nanos > slowestNanos) {
      slowestNanos = nanos;
      slowest = hostile.kind() + " " + hostile.number();
    }
    for (String fault : faults) {
      String body = reply.body().substring(0, Math.min(reply.body().length(), MOST_SHOWN));
      wrong(hostile, fault + " in " + reply.status() + " " + reply.headers() + " " + body);
    }
  }

  synchronized void wrong(Hostile hostile, String fault) {
    wrong++;
    if (problems.size() < MOST_KEPT) {
      problems.add(fault + ": " + hostile.description());
    }
  }

  /** Returns what was wrong, the first of it with the requests to repeat it. */
  public synchronized List<String> problems() {
    return List.copyOf(problems);
  }

  /** Returns how many requests were sent. */
  public synchronized long requests() {
    return kinds.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Returns how many answers there were of a status, or of another end of a request. */
  public synchronized long count(String status) {
    return statuses.getOrDefault(status, 0L);
  }

  /** Returns the figures for people. */
  @Override
  public synchronized String toString() {
    return "kinds "
        + kinds
        + System.lineSeparator()
        + "answers "
        + answers
        + ", wrong "
        + wrong
        + ", slowest "
        + slowestNanos / 1_000_000
        + " ms ("
        + slowest
        + ")"
        + System.lineSeparator()
        + "outcomes "
        + statuses;
  }
}
