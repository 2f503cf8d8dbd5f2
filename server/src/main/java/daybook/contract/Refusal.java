package daybook.contract;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An error answer, worded by a dialect.
 *
 * @param status HTTP status
 * @param errors entries of the {@code errors} array, at least one
 * @param errorType value of {@code x-amzn-ErrorType}, null for none
 * @param retryAfter time until the next call can or may succeed, null when unknown
 * @param reason plain words for the access log
 */
public record Refusal(
    int status,
    List<Entry> errors,
    @Nullable String errorType,
    @Nullable Duration retryAfter,
    String reason) {

  /**
   * One element of the {@code errors} array.
   *
   * @param code the code, a word
   * @param message what is wrong; null in one gateway error
   * @param details how to mend it; null leaves the member out
   */
  public record Entry(String code, @Nullable String message, @Nullable String details) {}

  /** Copies the list. */
  public Refusal {
    errors = List.copyOf(errors);
  }

  /** Returns a refusal with one entry. */
  static Refusal of(int status, Entry entry, Fault fault) {
    return new Refusal(status, List.of(entry), null, null, fault.reason());
  }

  /** Returns the same refusal with a value for {@code x-amzn-ErrorType}. */
  Refusal withErrorType(String type) {
    return new Refusal(status, errors, type, retryAfter, reason);
  }

  /** Returns the same refusal with a time after which a call may succeed. */
  Refusal withRetryAfter(Duration time) {
    return new Refusal(status, errors, errorType, time, reason);
  }

  /** Returns one refusal that carries the entries of all, which have one status. */
  static Refusal joined(List<Refusal> refusals) {
    Refusal first = refusals.get(0);
    return new Refusal(
        first.status,
        refusals.stream().flatMap(refusal -> refusal.errors.stream()).toList(),
        first.errorType,
        first.retryAfter,
        refusals.stream().map(Refusal::reason).collect(Collectors.joining("; ")));
  }
}
