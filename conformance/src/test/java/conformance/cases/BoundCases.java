package conformance.cases;

import com.fasterxml.jackson.databind.JsonNode;
import conformance.Answer;
import conformance.Case;
import conformance.Mismatch;
import conformance.NotApplicable;
import conformance.Request;
import conformance.sight.Kit;
import conformance.sight.Op;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Requests that are too slow or too large, and what no request provokes: CONTRACT 1.2, 4.1, 4.6.
 */
final class BoundCases {

  /** More than the limit of any gateway that is known. */
  private static final int LARGE = 1 << 21;

  private final Kit kit;
  private final Kit limits;
  private final List<Case> cases = new ArrayList<>();

  private BoundCases(Kit kit, Kit limits) {
    this.kit = kit;
    this.limits = limits;
  }

  static List<Case> of(Kit kit, Kit limits) {
    BoundCases bounds = new BoundCases(kit, limits);
    for (Op op : Op.values()) {
      bounds.addSizes(op);
    }
    bounds.addSlow();
    bounds.addTokenEndpoint();
    bounds.addDefects();
    return bounds.cases;
  }

  private void add(String row, String promise, Case.Body body) {
    cases.add(Case.of(row, promise, body));
  }

  private void addSizes(Op op) {
    String name = " (" + op + ")";
    add(
        "1.2 errors",
        "a URL that is too long is 414" + name,
        () -> refused(kit.request(op, op.goodQuery()).query("x=" + "y".repeat(LARGE / 8)), 414));
    add(
        "1.2 errors",
        "headers that are too large are 431" + name,
        () ->
            refused(
                kit.request(op, op.goodQuery()).with("x-large", "y".repeat(LARGE / 8)), 431, 400));
    add(
        "1.2 errors",
        "a body that is too large is 413" + name,
        () -> {
          Request request = kit.request(op, op.goodQuery());
          refused(
              new Request(request.method(), request.target(), request.headers(), "y".repeat(LARGE)),
              413);
        });
    add(
        "1.2 errors",
        "nothing of what was too large harms the next call" + name,
        () -> kit.ask(op, op.goodQuery()).is(200));
  }

  private void addSlow() {
    add(
        "1.2 errors",
        "a body that is announced and does not come is 408 (RDT)",
        () -> {
          Request announced = limits.request(Op.RDT, "");
          Request request =
              new Request(announced.method(), announced.target(), announced.headers(), "")
                  .with("Content-Length", "10");
          Answer answer = limits.wire.sendRaw(request);
          Kit.error(answer, 408, answer.json().path("errors").path(0).path("code").asText());
        });
  }

  private void addTokenEndpoint() {
    add(
        "4.1 tokeninfo",
        "says whose a token is",
        () -> {
          String query = "/auth/o2/tokeninfo?access_token=" + kit.business(0);
          Answer answer = kit.wire.send(Request.get(query));
          if (answer.status() != 200) {
            throw new NotApplicable("optional: the target does not serve tokeninfo");
          }
          for (String member : List.of("aud", "iss", "exp", "app_id", "iat")) {
            Mismatch.unless(answer.json().has(member), "a member " + member, answer.summary());
          }
        });
    add(
        "4.1 errors",
        "a body that is too large is no 5xx, and does no harm",
        () -> {
          Answer answer = kit.form(Map.of("grant_type", "y".repeat(LARGE)));
          Mismatch.unless(
              Set.of(400, 413).contains(answer.status()), "400 or 413", answer.status());
          kit.form(kit.refresh(kit.target.businesses().get(0))).is(200);
        });
  }

  private void addDefects() {
    add("4.6", "an internal failure is 500", () -> unprovoked("a defect"));
    add("4.6", "a store that fails is 503", () -> unprovoked("a failing store"));
  }

  // What a request can bring about is a defect of the target, and no promise of the contract.
  private static void unprovoked(String what) {
    throw new NotApplicable("no request provokes " + what);
  }

  private void refused(Request request, Integer... statuses) throws Exception {
    Answer answer = kit.wire.sendRaw(request);
    Mismatch.unless(
        List.of(statuses).contains(answer.status()),
        "one of " + List.of(statuses),
        answer.status());
    JsonNode error = answer.json().path("errors").path(0);
    Mismatch.unless(
        error.path("code").isTextual() && error.path("message").isTextual(),
        "a list of errors",
        answer.summary());
  }
}
