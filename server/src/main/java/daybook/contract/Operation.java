package daybook.contract;

import daybook.store.Store;
import java.util.Optional;

/**
 * One operation of the wire: everything it needs to know about itself stands in its class.
 *
 * <p>The server calls {@link #parse}, {@link #read} and {@link #render} in this order, after the
 * caller is known, holds the role and is within the usage plan.
 *
 * @param <Q> the operation's query
 */
public interface Operation<Q> {

  /** Returns what the operation is: name, path, role, plan, dialect. */
  OperationSpec spec();

  /** Turns a request into a query, or names all its faults. Pure: reads nothing but its input. */
  Parsed<Q> parse(OperationRequest request);

  /** Reads the page that the query asks for: the only step that touches orders. May block. */
  Page read(Q query, Store store);

  /** Says that the page lacks what was asked for by name; a listing may well be empty. */
  default Optional<Fault.NotFound> missing(Page page, Q query) {
    return Optional.empty();
  }

  /** Splices a page into the answer's body. Pure, and cannot fail. */
  Body render(Page page, Q query, OperationRequest request);
}
