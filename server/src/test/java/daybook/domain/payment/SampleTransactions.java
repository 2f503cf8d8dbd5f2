package daybook.domain.payment;

import static daybook.domain.SampleOrders.usd;

import daybook.domain.Customer;
import daybook.domain.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Transactions for tests: complete ones by default, and whatever differs by a draft. */
public final class SampleTransactions {

  /** When sample transactions can be seen, unless they say otherwise. */
  public static final Instant FED = Instant.parse("2025-03-04T05:36:19.351Z");

  private SampleTransactions() {}

  /** Returns a complete charge of two lines. */
  public static Transaction charge(String transactionId) {
    return draft(transactionId).build();
  }

  /** Returns a complete charge that can be seen from then on. */
  public static Transaction charge(String transactionId, Instant feedDate) {
    return draft(transactionId).fedAt(feedDate).build();
  }

  /** Starts a complete charge. */
  public static Draft draft(String transactionId) {
    return new Draft(transactionId);
  }

  /** Returns a line of an order. */
  public static TransactionLineItem line(String orderId, int no, Money total) {
    return new TransactionLineItem(
        null,
        new LineAmounts(total, total, usd("0.0"), null, null, null, usd("0.0")),
        total,
        "0.0",
        orderId,
        "9225888254412" + no,
        "PO-7",
        Integer.toString(no),
        "B00000000" + no,
        "Paper, 500 sheets",
        "14111507",
        1,
        "XWwjNjjDq",
        Instant.parse("2025-03-04T05:00:01Z"),
        "Quill & Sons LLC",
        null,
        Map.of("GL code", "6140"));
  }

  /** A transaction being described. */
  public static final class Draft {

    private final String id;
    private TransactionType type = TransactionType.CHARGE;
    private Instant fed = FED;
    private Money amount = usd("35.00");
    private Customer buyer = new Customer("amzn1.account.B", "Ada Byron", "ada@example.com");
    private List<String> associated = List.of();
    private List<TransactionLineItem> lines =
        List.of(line("114-1", 1, usd("20.0")), line("114-1", 2, usd("15.0")));

    private Draft(String id) {
      this.id = id;
    }

    public Draft type(TransactionType value) {
      type = value;
      return this;
    }

    public Draft fedAt(Instant value) {
      fed = value;
      return this;
    }

    public Draft amount(Money value) {
      amount = value;
      return this;
    }

    public Draft buyer(Customer value) {
      buyer = value;
      return this;
    }

    public Draft associated(List<String> value) {
      associated = value;
      return this;
    }

    public Draft lines(List<TransactionLineItem> value) {
      lines = value == null ? null : new ArrayList<>(value);
      return this;
    }

    public Transaction build() {
      return new Transaction(
          id,
          type,
          fed,
          fed.minusSeconds(1_800),
          "ATVPDKIKX0DER",
          null,
          null,
          "0.00",
          "0.00",
          "Example Works Inc.",
          "Laboratory",
          amount,
          "Visa",
          "5316",
          buyer,
          new Customer("amzn1.account.P", "Example Works Inc.", ""),
          associated,
          lines);
    }
  }
}
