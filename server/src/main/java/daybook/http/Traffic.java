package daybook.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/** Counts and times the traffic, by operation and status. */
final class Traffic {

  private static final Duration[] LIMITS =
      LongStream.of(1, 2, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000)
          .mapToObj(Duration::ofMillis)
          .toArray(Duration[]::new);

  private final MeterRegistry meters;

  // The registry looks meters up by name and sorted tags, which costs more than a request should.
  private final Map<Answered, Timer> requests = new ConcurrentHashMap<>();
  private final Map<String, Timer> reads = new ConcurrentHashMap<>();
  private final Map<String, Counter> throttled = new ConcurrentHashMap<>();

  /** Names the timer of one kind of answer. */
  private record Answered(String operation, int status) {}

  Traffic(MeterRegistry meters) {
    this.meters = meters;
  }

  /** Counts an answer and the time from request to answer. */
  void answered(String operation, int status, long nanos) {
    requests
        .computeIfAbsent(
            new Answered(operation, status),
            key ->
                Timer.builder("daybook.requests")
                    .description("Time from a request to the end of its answer")
                    .tag("operation", operation)
                    .tag("status", Integer.toString(status))
                    .serviceLevelObjectives(LIMITS)
                    .register(meters))
        .record(nanos, TimeUnit.NANOSECONDS);
  }

  /** Counts a request that was over its usage plan. */
  void throttled(String operation) {
    throttled
        .computeIfAbsent(
            operation,
            key ->
                Counter.builder("daybook.throttled")
                    .description("Requests over their usage plan")
                    .tag("operation", operation)
                    .register(meters))
        .increment();
  }

  /** Counts a page read from the store and how long it took. */
  void read(String operation, long nanos) {
    reads
        .computeIfAbsent(
            operation,
            key ->
                Timer.builder("daybook.store.reads")
                    .description("Time to read a page from the store")
                    .tag("operation", operation)
                    .serviceLevelObjectives(LIMITS)
                    .register(meters))
        .record(nanos, TimeUnit.NANOSECONDS);
  }
}
