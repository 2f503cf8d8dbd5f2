package daybook.http;

import daybook.contract.Body;
import daybook.contract.Fault;
import daybook.contract.Operation;
import daybook.contract.OperationRequest;
import daybook.contract.OperationSpec;
import daybook.contract.Page;
import daybook.contract.Parsed;
import daybook.store.Store;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One call of an operation: the three steps that the operation itself takes, with what passes
 * between them. Used by one thread at a time.
 *
 * @param <Q> the operation's query
 */
final class Call<Q> {

  private final Operation<Q> operation;
  private @Nullable OperationRequest request;
  private @Nullable Q query;
  private @Nullable Page page;

  private Call(Operation<Q> operation) {
    this.operation = operation;
  }

  static <Q> Call<Q> of(Operation<Q> operation) {
    return new Call<>(operation);
  }

  OperationSpec spec() {
    return operation.spec();
  }

  /** Returns the faults of the request, none if it was understood. */
  List<Fault> parse(OperationRequest given) {
    request = given;
    Parsed<Q> parsed = operation.parse(given);
    if (parsed instanceof Parsed.Accepted<Q> accepted) {
      query = accepted.query();
      return List.of();
    }
    return ((Parsed.Refused<Q>) parsed).faults();
  }

  /** Reads the page and returns the fault if it lacks what was asked for; may block. */
  List<? extends Fault> read(Store store) {
    Q asked = Objects.requireNonNull(query);
    page = operation.read(asked, store);
    return operation.missing(page, asked).map(List::of).orElse(List.of());
  }

  Body render() {
    return operation.render(
        Objects.requireNonNull(page),
        Objects.requireNonNull(query),
        Objects.requireNonNull(request));
  }
}
