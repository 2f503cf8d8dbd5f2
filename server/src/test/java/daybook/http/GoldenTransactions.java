package daybook.http;

import static daybook.domain.SampleOrders.usd;

import daybook.domain.Customer;
import daybook.domain.payment.LineAmounts;
import daybook.domain.payment.SampleTransactions;
import daybook.domain.payment.Transaction;
import daybook.domain.payment.TransactionLineItem;
import daybook.domain.payment.TransactionType;
import daybook.json.JsonForTests;
import daybook.operation.reconciliation2021.TransactionShape;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the golden cases of getTransactions are about. */
final class GoldenTransactions {

  private static final Instant SPLIT = Instant.parse("2024-06-03T08:31:10.007Z");
  private static final Instant BACK = Instant.parse("2024-07-03T08:31:10Z");

  private GoldenTransactions() {}

  static List<Transaction> all() {
    List<Transaction> all = new ArrayList<>(published());
    all.addAll(splitPayment());
    all.addAll(refunds());
    for (int i = 0; i < 102; i++) {
      all.add(bare("P%019d".formatted(i), SampleTransactions.FED.plusSeconds(i / 10)));
    }
    return all;
  }

  /** The four transactions of Amazon's own tutorial. */
  static List<Transaction> published() {
    List<Transaction> all = new ArrayList<>();
    for (int page = 1; page <= 2; page++) {
      JsonForTests.resource("/published/getTransactions-" + page + ".json")
          .get("transactions")
          .forEach(
              record ->
                  all.add(new TransactionShape().read(JsonForTests.object(record.toString()))));
    }
    return all;
  }

  private static List<Transaction> splitPayment() {
    Transaction card =
        SampleTransactions.draft("SplitByCard000000001")
            .fedAt(SPLIT)
            .amount(usd("31.50"))
            .associated(List.of("SplitByRewards000001"))
            .lines(List.of(SampleTransactions.line("114-0000001-0000001", 1, usd("31.5"))))
            .build();
    Transaction rewards =
        SampleTransactions.draft("SplitByRewards000001")
            .fedAt(SPLIT)
            .amount(usd("3.50"))
            .associated(List.of("SplitByCard000000001"))
            .lines(List.of(SampleTransactions.line("114-0000001-0000001", 1, usd("3.5"))))
            .build();
    return List.of(card, rewards);
  }

  private static List<Transaction> refunds() {
    Transaction refund =
        SampleTransactions.draft("Refunded000000000001")
            .type(TransactionType.REFUND)
            .fedAt(BACK)
            .amount(usd("-31.50"))
            .buyer(new Customer("amzn1.account.B", "Ada \"Countess\" Byron", ""))
            .associated(List.of("SplitByCard000000001"))
            .lines(List.of(returned("-31.5", "Damaged in transit")))
            .build();
    Transaction more =
        SampleTransactions.draft("Refunded000000000001")
            .type(TransactionType.OVERREFUND)
            .fedAt(BACK.plusSeconds(86_400))
            .amount(usd("-5.00"))
            .associated(List.of("SplitByCard000000001", "Refunded000000000001"))
            .lines(List.of(returned("-5.0", "Goodwill")))
            .build();
    return List.of(refund, more);
  }

  private static TransactionLineItem returned(String total, String reason) {
    return new TransactionLineItem(
        reason,
        new LineAmounts(usd(total), usd(total), null, null, usd("0.00"), usd("0"), usd("0.0")),
        usd("35.00"),
        "0.0",
        "114-0000001-0000001",
        "92258882544121",
        "",
        null,
        "B000000001",
        "Paper, 500 sheets",
        "14111507",
        1,
        null,
        null,
        "Quill & Sons LLC",
        "Budget \u00c4",
        Map.of("GL code", "\\<6140>\n"));
  }

  static Transaction bare(String id, Instant fed) {
    return new Transaction(
        id,
        TransactionType.CHARGE,
        fed,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        usd("1.00"),
        null,
        null,
        null,
        null,
        null,
        null);
  }
}
