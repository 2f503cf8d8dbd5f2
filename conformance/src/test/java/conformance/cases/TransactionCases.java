package conformance.cases;

import com.fasterxml.jackson.databind.JsonNode;
import conformance.Case;
import conformance.Mismatch;
import conformance.NotApplicable;
import conformance.sight.Data;
import conformance.sight.Dates;
import conformance.sight.Kit;
import conformance.sight.Listings;
import conformance.sight.Op;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reconciliation 2021-01-08: CONTRACT 1.6 and 3. */
final class TransactionCases {

  private static final List<String> PARTS =
      List.of(
          "principalAmount",
          "shippingCharge",
          "giftWrappingCharge",
          "regulatoryFee",
          "tax",
          "discount");

  private final Kit kit;
  private final List<Case> cases = new ArrayList<>();

  private TransactionCases(Kit kit) {
    this.kit = kit;
  }

  /** What holds for one transaction. */
  @FunctionalInterface
  private interface Check {
    /** Checks it; returns whether there was anything to check. */
    boolean of(JsonNode transaction);
  }

  static List<Case> of(Kit kit) {
    TransactionCases transactions = new TransactionCases(kit);
    transactions.addDates();
    transactions.addSums();
    transactions.addMembers();
    transactions.addReferences();
    return transactions.cases;
  }

  private void add(String row, String promise, Case.Body body) {
    cases.add(Case.of(row, promise, body));
  }

  private void addDates() {
    Listings listings = new Listings(kit, Op.TRANSACTIONS);
    add("2 #9", "all feed dates lie in the range", listings::checkRange);
    add(
        "2 #9",
        "both ends are inclusive",
        () -> listings.checkInclusive("feedStartDate", "feedEndDate"));
    add(
        "7",
        "ascending by date, then by id (TRANSACTIONS)",
        () -> Dates.checkOrder(Op.TRANSACTIONS, kit.data.of(Op.TRANSACTIONS, false)));
    add(
        "1.6",
        "a range of 16 months is accepted",
        () -> kit.page(Op.TRANSACTIONS, "feedStartDate={now-490d}&feedEndDate={now}"));
    add(
        "1.6 transactions",
        "[] when there are none, no next page, no size",
        () ->
            kit.ask(
                    Op.TRANSACTIONS,
                    "feedStartDate=1995-01-01T00:00:00Z&feedEndDate=1995-01-02T00:00:00Z")
                .isExactly(200, "{\"transactions\":[],\"nextPageToken\":null}"));
    add(
        "3 feedDate",
        "not before it: nothing is returned that is dated in the future",
        () -> {
          JsonNode page = kit.page(Op.TRANSACTIONS, "feedStartDate={now-2d}&feedEndDate={now+30d}");
          for (JsonNode transaction : page.path("transactions")) {
            Instant date = Dates.of(Op.TRANSACTIONS, transaction);
            Mismatch.unless(
                !date.isAfter(Instant.now().plusSeconds(60)), "no future feedDate", date);
          }
        });
  }

  private void addSums() {
    each(
        "3 totalAmount",
        "the sum of its parts, discount negative",
        transaction -> {
          for (JsonNode line : transaction.path("transactionLineItems")) {
            BigDecimal sum = BigDecimal.ZERO;
            for (String part : PARTS) {
              sum = sum.add(amount(line.path(part)));
            }
            Mismatch.unless(
                sum.compareTo(amount(line.path("totalAmount"))) == 0, "totalAmount " + sum, line);
          }
          return true;
        });
    each(
        "3 amount",
        "the sum of the lines' totals",
        transaction -> {
          BigDecimal sum = BigDecimal.ZERO;
          for (JsonNode line : transaction.path("transactionLineItems")) {
            sum = sum.add(amount(line.path("totalAmount")));
          }
          Mismatch.unless(
              sum.compareTo(amount(transaction.path("amount"))) == 0, "amount " + sum, transaction);
          return true;
        });
    each("3 amount", "positive for a CHARGE", transaction -> sign(transaction, "CHARGE", 1));
    each("3 amount", "negative for a REFUND", transaction -> sign(transaction, "REFUND", -1));
    each(
        "3 amount",
        "negative for an OVERREFUND",
        transaction -> sign(transaction, "OVERREFUND", -1));
  }

  private void addMembers() {
    each(
        "3 refundReason",
        "null on charges",
        transaction -> {
          if (!is(transaction, "CHARGE")) {
            return false;
          }
          for (JsonNode line : transaction.path("transactionLineItems")) {
            Mismatch.unlessEqual("refundReason", "null", line.path("refundReason").toString());
          }
          return true;
        });
    each(
        "3 feedDate",
        "not before transactionDate",
        transaction -> {
          Instant charged = Instant.parse(transaction.path("transactionDate").asText());
          Instant fed = Dates.of(Op.TRANSACTIONS, transaction);
          Mismatch.unless(!fed.isBefore(charged), "not before " + charged, fed);
          return true;
        });
    each(
        "3 purchaseOrderNumber",
        "\"\" when there is none",
        transaction -> {
          boolean any = false;
          for (JsonNode line : transaction.path("transactionLineItems")) {
            any |= line.path("purchaseOrderNumber").asText("x").isEmpty();
          }
          return any;
        });
  }

  private void addReferences() {
    add(
        "3 associatedTransactionDetails",
        "name other transactions of the account",
        () -> {
          Set<String> ids = new HashSet<>();
          List<JsonNode> all = kit.data.of(Op.TRANSACTIONS, true);
          all.forEach(transaction -> ids.add(Data.id(Op.TRANSACTIONS, transaction)));
          int named = 0;
          for (JsonNode transaction : all) {
            for (JsonNode associated : transaction.path("associatedTransactionDetails")) {
              String id = associated.path("associatedTransactionId").asText();
              Mismatch.unless(!id.equals(Data.id(Op.TRANSACTIONS, transaction)), "another one", id);
              named += ids.contains(id) ? 1 : 0;
            }
          }
          if (named == 0) {
            throw new NotApplicable("no such data: no associated transactions");
          }
        });
    add(
        "3",
        "dates print milliseconds only where there are some",
        () -> {
          int with = 0;
          int without = 0;
          for (JsonNode transaction : kit.data.of(Op.TRANSACTIONS, true)) {
            String date = transaction.path("transactionDate").asText();
            with += date.length() == 24 ? 1 : 0;
            without += date.length() == 20 ? 1 : 0;
          }
          if (with == 0 || without == 0) {
            throw new NotApplicable("no such data: dates are all with, or all without");
          }
        });
  }

  private void each(String row, String promise, Check check) {
    add(
        row,
        promise,
        () -> {
          boolean any = false;
          for (JsonNode transaction : kit.data.of(Op.TRANSACTIONS, true)) {
            any |= check.of(transaction);
          }
          if (!any) {
            throw new NotApplicable("no such data: no such transaction");
          }
        });
  }

  private static boolean sign(JsonNode transaction, String type, int sign) {
    if (!is(transaction, type)) {
      return false;
    }
    BigDecimal amount = amount(transaction.path("amount"));
    Mismatch.unless(amount.signum() == sign || amount.signum() == 0, "sign " + sign, transaction);
    return true;
  }

  private static boolean is(JsonNode transaction, String type) {
    return transaction.path("transactionType").asText().equals(type);
  }

  private static BigDecimal amount(JsonNode money) {
    String text = money.path("amount").asText();
    return text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text);
  }
}
