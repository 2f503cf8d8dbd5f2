package daybook.access;

import daybook.contract.Caller;
import daybook.contract.Fault;

/** What an access token proves. */
public sealed interface Verdict {

  /** The token is good. */
  record Known(Caller caller) implements Verdict {}

  /**
   * The token is missing, malformed, unknown, revoked or expired, or it is good and has no account:
   * then the fault is {@link Fault.MissingRole}, since all such a token lacks is a right.
   */
  record Refused(Fault fault) implements Verdict {}
}
