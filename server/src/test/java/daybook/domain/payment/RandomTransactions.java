package daybook.domain.payment;

import static daybook.domain.RandomOrders.INSTANTS;
import static daybook.domain.RandomOrders.MONEY;
import static daybook.domain.RandomOrders.TEXTS;
import static daybook.domain.RandomOrders.customers;
import static daybook.domain.RandomOrders.infos;

import daybook.domain.Customer;
import daybook.domain.Money;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Transactions of every kind, from one of which nearly nothing is known to one that shows all. */
public final class RandomTransactions {

  private RandomTransactions() {}

  /** Returns transactions with the given identifiers. */
  public static Arbitrary<Transaction> transactions(Arbitrary<String> ids) {
    return Combinators.combine(heads(ids), tails()).as(RandomTransactions::joined);
  }

  /** Returns transactions with identifiers as Amazon gives them. */
  public static Arbitrary<Transaction> transactions() {
    return transactions(Arbitraries.strings().alpha().numeric().ofLength(20));
  }

  private record Head(
      String id, TransactionType type, Instant feed, Instant date, List<String> texts) {}

  private record Tail(
      Money amount,
      Customer buyer,
      Customer payer,
      List<String> associated,
      List<TransactionLineItem> lines) {}

  private static Transaction joined(Head head, Tail tail) {
    List<String> texts = head.texts();
    return new Transaction(
        head.id(),
        head.type(),
        head.feed(),
        head.date(),
        known(texts.get(0)),
        known(texts.get(1)),
        known(texts.get(2)),
        known(texts.get(3)),
        known(texts.get(4)),
        known(texts.get(5)),
        known(texts.get(6)),
        tail.amount(),
        known(texts.get(7)),
        known(texts.get(8)),
        tail.buyer(),
        tail.payer(),
        tail.associated(),
        tail.lines());
  }

  // Lists can't be told to hold nulls, so that one text stands for "not known".
  private static String known(String text) {
    return text.equals("?") ? null : text;
  }

  private static Arbitrary<List<String>> texts(int count) {
    return Arbitraries.oneOf(TEXTS, TEXTS, Arbitraries.just("?")).list().ofSize(count);
  }

  private static Arbitrary<Head> heads(Arbitrary<String> ids) {
    return Combinators.combine(
            ids,
            Arbitraries.of(TransactionType.class),
            INSTANTS,
            INSTANTS.injectNull(0.2),
            texts(9))
        .as(Head::new);
  }

  private static Arbitrary<Tail> tails() {
    Arbitrary<String> ids = Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(20);
    return Combinators.combine(
            MONEY.injectNull(0.2),
            customers().injectNull(0.2),
            customers().injectNull(0.2),
            ids.list().ofMaxSize(3).injectNull(0.2),
            lines().list().ofMaxSize(3).injectNull(0.2))
        .as(Tail::new);
  }

  private static Arbitrary<LineAmounts> amounts() {
    Arbitrary<Money> sums = MONEY.injectNull(0.3);
    return Combinators.combine(sums, sums, sums, sums, sums, sums, sums).as(LineAmounts::new);
  }

  private static Arbitrary<TransactionLineItem> lines() {
    Arbitrary<Map<String, String>> infos = infos().injectNull(0.3);
    return Combinators.combine(
            amounts(),
            MONEY.injectNull(0.3),
            Arbitraries.integers().injectNull(0.3),
            INSTANTS.injectNull(0.3),
            infos,
            texts(12))
        .as(
            (amounts, price, quantity, shipped, info, texts) ->
                new TransactionLineItem(
                    known(texts.get(0)),
                    amounts,
                    price,
                    known(texts.get(1)),
                    known(texts.get(2)),
                    known(texts.get(3)),
                    known(texts.get(4)),
                    known(texts.get(5)),
                    known(texts.get(6)),
                    known(texts.get(7)),
                    known(texts.get(8)),
                    quantity,
                    known(texts.get(9)),
                    shipped,
                    known(texts.get(10)),
                    known(texts.get(11)),
                    info));
  }
}
