package daybook.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Orders of every kind, from one of which nearly nothing is known to one that shows it all. */
public final class RandomOrders {

  /** Texts, awkward ones among them. */
  public static final Arbitrary<String> TEXTS =
      Arbitraries.frequencyOf(
          Tuple.of(6, Arbitraries.strings().alpha().numeric().withChars(' ', '-').ofMaxLength(12)),
          Tuple.of(
              1, Arbitraries.of("", "\"quoted\"", "back\\slash", "line\nbreak", "\u0000", "日本語")),
          Tuple.of(1, Arbitraries.of("zero width \u200b", "emoji \uD83D\uDE00", "é")));

  /** Instants of the last decades, with milliseconds. */
  public static final Arbitrary<Instant> INSTANTS =
      Arbitraries.longs()
          .between(
              Instant.parse("2001-01-01T00:00:00Z").toEpochMilli(),
              Instant.parse("2030-01-01T00:00:00Z").toEpochMilli())
          .map(Instant::ofEpochMilli);

  /** Amounts of every scale. */
  public static final Arbitrary<Money> MONEY =
      Combinators.combine(
              Arbitraries.of("USD", "EUR", "GBP", "JPY", "INR"),
              Arbitraries.longs().between(-99_999_999_999L, 99_999_999_999L),
              Arbitraries.integers().between(0, Money.MAX_SCALE))
          .as((currency, digits, scale) -> new Money(currency, BigDecimal.valueOf(digits, scale)));

  private RandomOrders() {}

  /** Returns orders with the given ids. */
  public static Arbitrary<BusinessOrder> orders(Arbitrary<String> ids) {
    return Combinators.combine(heads(ids), tails()).as(RandomOrders::joined);
  }

  /** Returns orders with ids as Amazon gives them, digital ones among them. */
  public static Arbitrary<BusinessOrder> orders() {
    return orders(ids());
  }

  /** Returns order ids. */
  public static Arbitrary<String> ids() {
    Arbitrary<String> numbers = Arbitraries.strings().numeric().ofLength(7);
    return Combinators.combine(Arbitraries.of("114-", "D01-"), numbers, numbers)
        .as((kind, first, second) -> kind + first + "-" + second);
  }

  /** What both shapes show, and what only the older one does. */
  private record Head(
      String id,
      Instant date,
      Region region,
      String purchaseOrder,
      OrderStatus status,
      Integer quantity,
      Amounts amounts) {}

  private record Tail(
      Customer buyer,
      String group,
      Map<String, String> info,
      Customer approver,
      List<LineItem> items,
      List<Shipment> shipments,
      List<Charge> charges) {}

  private static BusinessOrder joined(Head head, Tail tail) {
    return new BusinessOrder(
        head.id(),
        head.date(),
        head.region(),
        head.purchaseOrder(),
        head.status(),
        head.quantity(),
        head.amounts(),
        tail.buyer(),
        tail.group(),
        tail.info(),
        tail.approver(),
        tail.group(),
        tail.items(),
        tail.shipments(),
        tail.charges());
  }

  private static Arbitrary<Head> heads(Arbitrary<String> ids) {
    return Combinators.combine(
            ids,
            INSTANTS,
            Arbitraries.of(Region.class).injectNull(0.2),
            TEXTS.injectNull(0.2),
            Arbitraries.of(OrderStatus.class),
            Arbitraries.integers().injectNull(0.2),
            amounts())
        .as(Head::new);
  }

  private static Arbitrary<Tail> tails() {
    return Combinators.combine(
            customers().injectNull(0.2),
            TEXTS.injectNull(0.2),
            infos().injectNull(0.2),
            customers().injectNull(0.2),
            lineItems().list().ofMaxSize(2).injectNull(0.2),
            shipments().list().ofMaxSize(2).injectNull(0.2),
            charges().list().ofMaxSize(2).injectNull(0.2))
        .as(Tail::new);
  }

  /** Returns custom fields. */
  public static Arbitrary<Map<String, String>> infos() {
    return Arbitraries.maps(TEXTS, TEXTS).ofMaxSize(4).map(LinkedHashMap::new);
  }

  private static Arbitrary<Amounts> amounts() {
    Arbitrary<Money> sums = MONEY.injectNull(0.3);
    return Combinators.combine(sums, sums, sums, sums, sums).as(Amounts::new);
  }

  /** Returns people of whom more or less is known. */
  public static Arbitrary<Customer> customers() {
    Arbitrary<String> texts = TEXTS.injectNull(0.2);
    return Combinators.combine(texts, texts, texts).as(Customer::new);
  }

  private static Arbitrary<LineItem> lineItems() {
    Arbitrary<Money> sums = MONEY.injectNull(0.3);
    return Combinators.combine(
            products(),
            sums,
            Arbitraries.integers(),
            amounts(),
            TEXTS.injectNull(0.3),
            exemptionsAndDiscounts(),
            sellers().injectNull(0.3),
            TEXTS.list().ofMaxSize(2))
        .as(
            (product, price, quantity, amounts, text, both, seller, texts) ->
                new LineItem(
                    product,
                    price,
                    both.discount().amount(),
                    quantity,
                    amounts,
                    text,
                    both.exemption(),
                    both.discount(),
                    seller,
                    texts,
                    both.credentials(),
                    List.copyOf(texts),
                    texts.isEmpty() ? List.of("1Z", "2Z") : List.of()));
  }

  private record Terms(
      TaxExemption exemption, Discount discount, List<SellerCredential> credentials) {}

  private static Arbitrary<Terms> exemptionsAndDiscounts() {
    Arbitrary<String> texts = TEXTS.injectNull(0.3);
    Arbitrary<Boolean> flags = Arbitraries.of(true, false).injectNull(0.3);
    Arbitrary<SellerCredential.CertifyingAgency> agencies =
        Combinators.combine(texts, INSTANTS.injectNull(0.3))
            .as(SellerCredential.CertifyingAgency::new);
    Arbitrary<SellerCredential> credentials =
        Combinators.combine(TEXTS, agencies.list().ofMaxSize(2)).as(SellerCredential::new);
    return Combinators.combine(
            Combinators.combine(flags, texts, flags).as(TaxExemption::new),
            Combinators.combine(texts, texts, MONEY.injectNull(0.3), texts).as(Discount::new),
            credentials.list().ofMaxSize(2))
        .as(Terms::new);
  }

  private static Arbitrary<Product> products() {
    Arbitrary<String> texts = TEXTS.injectNull(0.2);
    return Combinators.combine(texts, texts, texts, texts, texts, texts, texts, texts)
        .as(Product::new);
  }

  private static Arbitrary<Seller> sellers() {
    return Combinators.combine(TEXTS, addresses().injectNull(0.3)).as(Seller::new);
  }

  private static Arbitrary<Address> addresses() {
    Arbitrary<String> texts = TEXTS.injectNull(0.2);
    return Combinators.combine(texts, texts, texts, texts, texts, texts).as(Address::new);
  }

  private static Arbitrary<Shipment> shipments() {
    return Combinators.combine(
            INSTANTS.injectNull(0.2),
            TEXTS.injectNull(0.2),
            INSTANTS.injectNull(0.2),
            Arbitraries.of(DeliveryStatus.class),
            Arbitraries.integers(),
            amounts(),
            TEXTS.injectNull(0.2),
            addresses().injectNull(0.2))
        .as(Shipment::new);
  }

  private static Arbitrary<Charge> charges() {
    Arbitrary<String> texts = TEXTS.injectNull(0.2);
    return Combinators.combine(INSTANTS.injectNull(0.2), texts, MONEY, texts, texts)
        .as(Charge::new);
  }
}
