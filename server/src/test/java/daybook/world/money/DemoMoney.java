package daybook.world.money;

import daybook.domain.BusinessOrder;
import daybook.domain.Money;
import daybook.domain.payment.LineAmounts;
import daybook.domain.payment.Transaction;
import daybook.domain.payment.TransactionLineItem;
import daybook.domain.payment.TransactionType;
import daybook.world.DemoAccount;
import daybook.world.DemoWorld;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** A demo world's orders and what was paid for them, made once for all who look at it. */
final class DemoMoney {

  static final Instant END = Instant.parse("2025-11-19T15:42:17.250Z");
  static final DemoWorld WORLD = new DemoWorld(1, END, 5_000);
  static final Map<String, BusinessOrder> ORDERS = orders();
  static final List<Transaction> ALL = transactions(WORLD);

  private DemoMoney() {}

  static Map<String, BusinessOrder> orders() {
    Map<String, BusinessOrder> orders = new HashMap<>();
    for (DemoAccount account : WORLD.accounts()) {
      WORLD.orders(account).forEachRemaining(seen -> orders.put(seen.row().orderId(), seen.row()));
    }
    return orders;
  }

  static List<Transaction> transactions(DemoWorld world) {
    List<Transaction> all = new ArrayList<>();
    for (DemoAccount account : world.accounts()) {
      new DemoTransactions(world)
          .transactions(account)
          .forEachRemaining(seen -> all.add(seen.row()));
    }
    return all;
  }

  static Stream<Transaction> of(TransactionType type) {
    return ALL.stream().filter(transaction -> transaction.type() == type);
  }

  static BusinessOrder order(Transaction transaction) {
    return ORDERS.get(transaction.lineItems().get(0).orderId());
  }

  static BigDecimal value(Money money) {
    return money == null ? BigDecimal.ZERO : money.amount();
  }

  static BigDecimal sum(List<TransactionLineItem> lines, Function<LineAmounts, Money> which) {
    return lines.stream()
        .map(line -> value(which.apply(line.amounts())))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  static Map<String, Transaction> byId() {
    Map<String, Transaction> byId = new HashMap<>();
    ALL.forEach(transaction -> byId.put(transaction.transactionId(), transaction));
    return byId;
  }
}
