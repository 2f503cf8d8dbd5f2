package conformance.cases;

import conformance.Answer;
import conformance.Case;
import conformance.Mismatch;
import conformance.NotApplicable;
import conformance.Request;
import conformance.Target;
import java.util.ArrayList;
import java.util.List;

/** Usage plans: CONTRACT 5. They come last: they empty the buckets. */
final class LimitCases {

  private static final String RATE = "x-amzn-RateLimit-Limit";

  private final Kit kit;
  private final boolean full;

  private LimitCases(Kit kit, boolean full) {
    this.kit = kit;
    this.full = full;
  }

  /**
   * Returns the cases.
   *
   * @param full whether nobody has used the buckets of the last account before
   */
  static List<Case> of(Kit kit, boolean full) {
    LimitCases limits = new LimitCases(kit, full);
    List<Case> cases = new ArrayList<>();
    for (Op op : Op.values()) {
      cases.add(
          Case.of(
              "5",
              "a burst of %d, then 429 (%s)".formatted(op.burst, op),
              () -> limits.checkBurst(op)));
      cases.add(
          Case.of(
              "5 Retry-After",
              "seconds to the next token on a 429 (" + op + ")",
              () -> {
                Answer answer = limits.throttled(op);
                int most = (int) Math.ceil(1 / Double.parseDouble(op.rate));
                String after = answer.header("Retry-After");
                Mismatch.unless(
                    after.matches("\\d{1,3}")
                        && Integer.parseInt(after) >= 1
                        && Integer.parseInt(after) <= most,
                    "1 to " + most,
                    after);
              }));
      cases.add(
          Case.of(
              "5 " + RATE,
              limits.rateText(op),
              () -> {
                String rate = limits.throttled(op).header(RATE);
                Mismatch.unlessEqual(RATE, op.showsRateAlways() ? op.rate : "", rate);
              }));
    }
    cases.add(
        Case.of(
            "5",
            "another account has a bucket of its own (REPORTS)",
            () -> {
              limits.throttled(Op.REPORTS);
              limits
                  .kit
                  .wire
                  .sendOnce(limits.kit.request(Op.REPORTS, Op.REPORTS.goodQuery()))
                  .is(200);
            }));
    cases.add(
        Case.of(
            "5",
            "another operation has a bucket of its own",
            () -> {
              limits.throttled(Op.REPORTS);
              limits.kit.wire.sendOnce(limits.request(Op.BY_PO)).is(200);
            }));
    cases.add(
        Case.of(
            "5",
            "after Retry-After a call is good again (TRANSACTIONS)",
            () -> {
              Answer throttled = limits.throttled(Op.TRANSACTIONS);
              String after = throttled.header("Retry-After");
              Thread.sleep(after.matches("\\d{1,3}") ? 1_000L * Integer.parseInt(after) : 2_000L);
              limits.kit.wire.sendOnce(limits.request(Op.TRANSACTIONS)).is(200);
            }));
    return cases;
  }

  /** Checks the answer to one call too many. */
  static void checkThrottled(Answer answer) {
    Kit.error(answer, 429, "QuotaExceeded");
    String body = answer.body();
    String expected =
        "{\"errors\":[{\"code\":\"QuotaExceeded\",\"message\":\"You exceeded your quota for the"
            + " requested resource.\",\"details\":\"\"}]}";
    Mismatch.unlessEqual("body", expected, body);
    String type = answer.header("x-amzn-ErrorType");
    Mismatch.unlessEqual("x-amzn-ErrorType", "TooManyRequestsException", type);
    AccessCases.requestId(answer);
  }

  private String rateText(Op op) {
    return (op.showsRateAlways() ? op.rate : "none") + " on a 429 (" + op + ")";
  }

  private void checkBurst(Op op) throws Exception {
    Request request = request(op);
    long start = System.nanoTime();
    int good = 0;
    Answer answer = kit.wire.sendOnce(request);
    while (answer.status() == 200 && good <= 3 * op.burst) {
      good++;
      answer = kit.wire.sendOnce(request);
    }
    checkThrottled(answer);
    double seconds = (System.nanoTime() - start) / 1e9;
    int refilled = (int) Math.ceil(seconds * Double.parseDouble(op.rate));
    Mismatch.unless(
        good <= op.burst + refilled && (!full || good >= op.burst),
        op.burst + " good calls",
        good + " in " + seconds + " s");
  }

  private Answer throttled(Op op) throws Exception {
    Request request = request(op);
    Answer answer = kit.wire.sendOnce(request);
    for (int i = 0; i < 3 * op.burst && answer.status() == 200; i++) {
      answer = kit.wire.sendOnce(request);
    }
    return answer.is(429);
  }

  // The last account: the other cases use the first.
  private Request request(Op op) throws Exception {
    if (Target.property("throttle").equals("off")) {
      throw new NotApplicable("-Dthrottle=off: the target lifts all limits");
    }
    Request request = kit.anonymous(op, op.goodQuery());
    return request.as(
        op.isOfSellers()
            ? kit.seller(Math.max(0, kit.target.sellers().size() - 1))
            : kit.business(Math.max(0, kit.target.businesses().size() - 1)));
  }
}
