package conformance.cases;

import conformance.Answer;
import conformance.Case;
import conformance.Mismatch;
import conformance.NotApplicable;
import conformance.Request;
import conformance.Target;
import conformance.sight.Kit;
import conformance.sight.Op;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Usage plans: CONTRACT 5. They come last: they empty the buckets. */
final class LimitCases {

  private static final String RATE = "x-amzn-RateLimit-Limit";

  private final Kit kit;
  private final boolean full;
  private final List<Case> cases = new ArrayList<>();

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
    // Buckets beside an empty one, before they are emptied too.
    limits.addBurst(Op.REPORTS);
    limits.addOtherBuckets();
    for (Op op : Op.values()) {
      if (op != Op.REPORTS) {
        limits.addBurst(op);
      }
    }
    return limits.cases;
  }

  private void addBurst(Op op) {
    String name = " (" + op + ")";
    cases.add(Case.of("5", "a burst of " + op.burst + ", then 429" + name, () -> checkBurst(op)));
    cases.add(
        Case.of(
            "5 Retry-After",
            "seconds to the next token on a 429" + name,
            () -> {
              int most = (int) Math.ceil(1 / Double.parseDouble(op.rate));
              String after = throttled(op).header("Retry-After");
              Mismatch.unless(seconds(after) >= 1 && seconds(after) <= most, "1 to " + most, after);
            }));
    cases.add(
        Case.of(
            "5 " + RATE,
            (op.showsRateAlways() ? op.rate : "none") + " on a 429" + name,
            () ->
                Mismatch.unlessEqual(
                    RATE, op.showsRateAlways() ? op.rate : "", throttled(op).header(RATE))));
  }

  private void addOtherBuckets() {
    cases.add(
        Case.of(
            "5",
            "another account has a bucket of its own (REPORTS)",
            () -> {
              throttled(Op.REPORTS);
              if (kit.target.businesses().size() < 2) {
                throw new NotApplicable("no refresh token of business account 2");
              }
              kit.wire.sendOnce(kit.request(Op.REPORTS, Op.REPORTS.goodQuery())).is(200);
            }));
    cases.add(
        Case.of(
            "5",
            "another operation has a bucket of its own (BY_PO)",
            () -> {
              throttled(Op.REPORTS);
              kit.wire.sendOnce(request(Op.BY_PO)).is(200);
            }));
    cases.add(
        Case.of(
            "5",
            "after Retry-After a call is good again (REPORTS)",
            () -> {
              Thread.sleep(
                  1_000L * Math.max(2, seconds(throttled(Op.REPORTS).header("Retry-After"))));
              kit.wire.sendOnce(request(Op.REPORTS)).is(200);
            }));
  }

  private static int seconds(String retryAfter) {
    return retryAfter.matches("\\d{1,3}") ? Integer.parseInt(retryAfter) : 0;
  }

  /** Says that a case is not applicable where the user says that there are no limits. */
  static void needLimits() {
    if (Target.property("throttle").equals("off")) {
      throw new NotApplicable("-Dthrottle=off: the target lifts all limits");
    }
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

  private void checkBurst(Op op) throws Exception {
    Request request = request(op);
    long start = System.nanoTime();
    int good = 0;
    Answer answer = kit.wire.sendOnce(request);
    while (counts(answer) && good <= 3 * op.burst) {
      good++;
      answer = kit.wire.sendOnce(request);
    }
    checkThrottled(answer);
    double seconds = (System.nanoTime() - start) / 1e9;
    int refilled = (int) Math.ceil(seconds * Double.parseDouble(op.rate));
    // The probe of 25 quick calls has used the bucket of getOrders before.
    Mismatch.unless(
        good <= op.burst + refilled && (!full || op == Op.ORDERS || good >= op.burst),
        op.burst + " good calls",
        good + " in " + seconds + " s");
  }

  // The last account may lack an order or a role of the first: a refusal takes a token all the
  // same.
  private static boolean counts(Answer answer) {
    return Set.of(200, 400, 404).contains(answer.status());
  }

  private Answer throttled(Op op) throws Exception {
    Request request = request(op);
    Answer answer = kit.wire.sendOnce(request);
    for (int i = 0; i < 3 * op.burst && counts(answer); i++) {
      answer = kit.wire.sendOnce(request);
    }
    return answer.is(429);
  }

  // The last account: the other cases use the first.
  private Request request(Op op) throws Exception {
    needLimits();
    Request request = kit.anonymous(op, op.goodQuery());
    return request.as(
        op.isOfSellers()
            ? kit.seller(Math.max(0, kit.target.sellers().size() - 1))
            : kit.business(Math.max(0, kit.target.businesses().size() - 1)));
  }
}
