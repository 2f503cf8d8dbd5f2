package conformance.cases;

import conformance.Answer;
import conformance.Case;
import conformance.Mismatch;
import conformance.Request;
import conformance.sight.Kit;
import conformance.sight.Op;
import java.util.ArrayList;
import java.util.List;

/** The headers of a server that throttles: CONTRACT 5. */
final class HeaderCases {

  private static final String RATE = "x-amzn-RateLimit-Limit";

  private HeaderCases() {}

  static List<Case> of(Kit kit) {
    List<Case> cases = new ArrayList<>();
    for (Op op : Op.values()) {
      String name = " (" + op + ")";
      cases.add(
          Case.of(
              "5 " + RATE,
              op.rate + " on a 200" + name,
              () -> checkRate(op, kit.ask(op, op.goodQuery()).is(200))));
      if (!op.badQuery().isEmpty()) {
        cases.add(
            Case.of(
                "5 " + RATE,
                op.rate + " on a 400" + name,
                () -> checkRate(op, kit.ask(op, op.badQuery()).is(400))));
      }
      String denied = (op.showsRateAlways() ? op.rate : "none") + " on a " + op.badTokenStatus;
      cases.add(
          Case.of(
              "5 " + RATE,
              denied + name,
              () -> {
                Request request = kit.anonymous(op, op.goodQuery()).as("x");
                Answer answer = kit.wire.send(request).is(op.badTokenStatus);
                if (op.showsRateAlways()) {
                  checkRate(op, answer);
                } else {
                  Mismatch.unless(!answer.has(RATE), "no " + RATE, answer.header(RATE));
                }
              }));
    }
    cases.add(
        Case.of(
            "5 " + RATE,
            "0.5 on a 404 (BY_ID)",
            () -> {
              Request request = Request.get("/reports/2021-01-08/orders/000-0000000-0000000");
              checkRate(Op.BY_ID, kit.wire.send(request.as(kit.business(0))).is(404));
            }));
    cases.add(
        Case.of(
            "1.4",
            "Access-Control-Allow-Origin on a 200 (BY_DATE)",
            () -> {
              Answer answer = kit.ask(Op.BY_DATE, Op.BY_DATE.goodQuery()).is(200);
              Mismatch.unless(
                  answer.has("Access-Control-Allow-Origin"),
                  "Access-Control-Allow-Origin",
                  answer.headers().map().keySet());
            }));
    return cases;
  }

  private static void checkRate(Op op, Answer answer) {
    LimitCases.needLimits();
    Mismatch.unlessEqual(RATE, op.rate, answer.header(RATE));
    AccessCases.requestId(answer);
  }
}
