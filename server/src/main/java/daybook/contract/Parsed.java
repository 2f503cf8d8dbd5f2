package daybook.contract;

import java.util.List;

/**
 * Either a query or the faults of the request.
 *
 * @param <Q> the query
 */
public sealed interface Parsed<Q> {

  /**
   * A request without fault.
   *
   * @param query what it asks for
   */
  record Accepted<Q>(Q query) implements Parsed<Q> {}

  /**
   * A request with faults.
   *
   * @param faults all of them, at least one, of one status
   */
  record Refused<Q>(List<Fault> faults) implements Parsed<Q> {

    /** Copies the list. */
    public Refused {
      faults = List.copyOf(faults);
    }
  }
}
