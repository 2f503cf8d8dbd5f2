package conformance.cases;

import com.fasterxml.jackson.databind.JsonNode;
import conformance.Answer;
import conformance.Case;
import conformance.Mismatch;
import conformance.NotApplicable;
import conformance.sight.Data;
import conformance.sight.Kit;
import conformance.sight.Op;
import java.util.ArrayList;
import java.util.List;

/** The twelve probes that servers made from a specification alone do not pass. */
final class ProbeCases {

  private static final Op OP = Op.ORDERS;

  private final Kit kit;
  private final Kit limits;
  private final List<Case> cases = new ArrayList<>();

  private ProbeCases(Kit kit, Kit limits) {
    this.kit = kit;
    this.limits = limits;
  }

  static List<Case> of(Kit kit, Kit limits) {
    ProbeCases probes = new ProbeCases(kit, limits);
    probes.addAll();
    probes.addRows();
    return probes.cases;
  }

  private void add(int number, String promise, Case.Body body) {
    cases.add(new Case("PROBE " + number + ": " + promise, body));
  }

  private void addAll() {
    String good = OP.goodQuery();
    add(1, "a valid request is 200", () -> kit.page(OP, good));
    add(
        2,
        "no access token is 403",
        () -> Kit.error(kit.wire.send(kit.anonymous(OP, good)), 403, "Unauthorized"));
    refused(3, "no MarketplaceIds is 400 errors[]", "CreatedAfter={start}");
    refused(4, "CreatedAfter + LastUpdatedAfter is 400", good + "&LastUpdatedAfter={start}");
    refused(5, "no date at all is 400", "MarketplaceIds={marketplaces}");
    refused(6, "CreatedBefore = now is 400", good + "&CreatedBefore={now}");
    refused(
        7, "CreatedAfter=yesterday is 400", "CreatedAfter=yesterday&MarketplaceIds={marketplaces}");
    refused(8, "MaxResultsPerPage=1000 is 400", good + "&MaxResultsPerPage=1000");
    refused(11, "NextToken=junk is 400 InvalidInput", good + "&NextToken=junk");
  }

  private void addRows() {
    add(
        9,
        "MaxResultsPerPage=5 gives 5 rows",
        () -> {
          if (kit.data.of(OP, false).size() < 5) {
            throw new NotApplicable("no such data: fewer than five orders");
          }
          JsonNode page = kit.page(OP, OP.goodQuery() + "&MaxResultsPerPage=5");
          Mismatch.unlessEqual("rows", 5, Data.records(OP, page).size());
        });
    add(
        10,
        "OrderStatuses=Canceled gives only Canceled",
        () -> {
          JsonNode page = kit.page(OP, OP.goodQuery() + "&OrderStatuses=Canceled");
          JsonNode orders = Data.records(OP, page);
          for (JsonNode order : orders) {
            Mismatch.unlessEqual("OrderStatus", "Canceled", order.path("OrderStatus").asText());
          }
          if (orders.isEmpty()) {
            throw new NotApplicable("no such data: no canceled order");
          }
        });
    // A seller of its own, so that the other cases about limits find a full bucket.
    add(
        12,
        "25 quick calls are 429 after 20",
        () -> {
          LimitCases.needLimits();
          String token = limits.seller(limits.target.sellers().size() > 1 ? 1 : 0);
          int good = 0;
          Answer answer = limits.wire.sendOnce(limits.anonymous(OP, OP.goodQuery()).as(token));
          for (int i = 1; i < 25 && answer.status() == 200; i++) {
            good++;
            answer = limits.wire.sendOnce(limits.anonymous(OP, OP.goodQuery()).as(token));
          }
          LimitCases.checkThrottled(answer);
          Mismatch.unless(limits == kit ? good <= 21 : good == 20, "20 good calls", good);
        });
  }

  private void refused(int number, String promise, String query) {
    add(
        number,
        promise,
        () -> {
          Answer answer = kit.ask(OP, query);
          Kit.error(answer, 400, "InvalidInput");
          Mismatch.unless(!answer.json().has("payload"), "no payload", answer.summary());
        });
  }
}
