package daybook.operation.reporting2021;

/**
 * The choices that the contract leaves open for the operations of 2021.
 *
 * @param spelling how states are spelled (CONTRACT 2 #4)
 * @param limits how far dates may lie apart and back (CONTRACT 2 #20)
 * @param unknownIsEmpty whether an unknown order id is answered with an empty list instead of 404
 * @param tokenAlone whether a page token must be the only parameter (CONTRACT 2 #7)
 */
public record OrderSwitches(
    StatusSpelling spelling, DateLimits limits, boolean unknownIsEmpty, boolean tokenAlone) {

  /** What the contract decides where its sources disagree. */
  public static final OrderSwitches OF_CONTRACT =
      new OrderSwitches(StatusSpelling.DOCUMENTED, DateLimits.NONE, false, false);
}
