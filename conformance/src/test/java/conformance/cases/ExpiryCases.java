package conformance.cases;

import com.fasterxml.jackson.databind.JsonNode;
import conformance.Answer;
import conformance.Case;
import conformance.NotApplicable;
import conformance.sight.Data;
import conformance.sight.Kit;
import conformance.sight.Op;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What dies of age: CONTRACT 4.6 and 7. Needs a target whose tokens live for seconds. */
final class ExpiryCases {

  private static final String EXPIRED = "The access token you provided has expired.";
  private static final int LONGEST_WAIT = 10;
  private static final List<Op> PAGED = List.of(Op.REPORTS, Op.BY_DATE, Op.TRANSACTIONS, Op.ORDERS);

  private final Kit kit;
  private final Map<String, String> expired = new HashMap<>();
  private final Map<Op, String> pageTokens = new EnumMap<>(Op.class);

  private ExpiryCases(Kit kit) {
    this.kit = kit;
  }

  static List<Case> of(Kit kit) {
    ExpiryCases expiry = new ExpiryCases(kit);
    List<Case> cases = new ArrayList<>();
    // Page tokens come first: one wait is enough for both.
    for (Op op : PAGED) {
      cases.add(
          Case.of(
              "7",
              "an expired page token is the same 400 as a damaged one (" + op + ")",
              () -> expiry.checkPageToken(op)));
    }
    for (Op op : Op.values()) {
      cases.add(
          Case.of(
              "4.6",
              "an expired token is 403 (" + op + ")",
              () -> {
                String token = expiry.expired(op);
                Answer answer = kit.wire.send(kit.anonymous(op, op.goodQuery()).as(token));
                Kit.exactly(answer, 403, "Unauthorized", AccessCases.DENIED, EXPIRED);
              }));
    }
    cases.add(
        Case.of("4.4", "an expired restricted data token is 403", expiry::checkRestrictedToken));
    return cases;
  }

  private void checkRestrictedToken() throws Exception {
    JsonNode given = kit.data.restrictedToken(0, "\"shippingAddress\"").is(200).json();
    int life = given.path("expiresIn").asInt();
    if (life > LONGEST_WAIT) {
      throw new NotApplicable("restricted data tokens of this target live for " + life + " s");
    }
    Thread.sleep(1_000L * life + 1_200);
    String token = given.path("restrictedDataToken").asText();
    Answer answer = kit.wire.send(kit.anonymous(Op.ORDERS, Op.ORDERS.goodQuery()).as(token));
    Kit.exactly(answer, 403, "Unauthorized", AccessCases.DENIED, EXPIRED);
  }

  // Tokens of both kinds are taken before the wait, so that there is one only. A token may live a
  // second longer than it says: its end is kept in whole seconds.
  private String expired(Op op) throws Exception {
    if (expired.isEmpty()) {
      int life = 0;
      for (List<String> tokens : List.of(kit.target.businesses(), kit.target.sellers())) {
        if (!tokens.isEmpty()) {
          Answer answer = kit.form(kit.refresh(tokens.get(0))).is(200);
          life = answer.json().path("expires_in").asInt();
          if (life > LONGEST_WAIT) {
            throw new NotApplicable("tokens of this target live for " + life + " s");
          }
          expired.put(tokens.get(0), answer.json().path("access_token").asText());
        }
      }
      Thread.sleep(1_000L * life + 1_200);
    }
    List<String> tokens = op.isOfSellers() ? kit.target.sellers() : kit.target.businesses();
    if (tokens.isEmpty()) {
      kit.tokenFor(op);
    }
    return expired.get(tokens.get(0));
  }

  private void checkPageToken(Op op) throws Exception {
    if (pageTokens.isEmpty()) {
      for (Op each : PAGED) {
        pageTokens.put(each, pageToken(each));
      }
      expired(op);
    }
    String token = pageTokens.getOrDefault(op, "");
    if (token.isEmpty()) {
      kit.tokenFor(op);
      throw new NotApplicable("no such data: one page holds all");
    }
    Answer damaged = kit.ask(op, Data.tokenName(op) + "=junk").is(400);
    kit.ask(op, Data.tokenName(op) + "=" + token).isExactly(400, damaged.body());
  }

  private String pageToken(Op op) throws Exception {
    if (op == Op.ORDERS && kit.target.sellers().isEmpty()) {
      return "";
    }
    String small = op == Op.ORDERS ? "&MaxResultsPerPage=2" : "";
    return Data.next(op, kit.page(op, op.goodQuery() + small));
  }
}
