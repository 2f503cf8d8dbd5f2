package daybook.domain.seller;

import daybook.domain.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Seller orders of every kind, from one of which nearly nothing is known to one that shows all. */
public final class RandomSellerOrders {

  private static final double MISSING = 0.25;

  private static final Arbitrary<String> TEXTS =
      Arbitraries.frequencyOf(
              Tuple.of(
                  6, Arbitraries.strings().alpha().numeric().withChars(' ', '-').ofMaxLength(12)),
              Tuple.of(1, Arbitraries.of("", "\"quoted\"", "back\\slash", "line\nbreak", "日本語")),
              Tuple.of(1, Arbitraries.of("{", "}", ",", "[]", "emoji \uD83D\uDE00")))
          .injectNull(MISSING);

  private static final Arbitrary<String> SET_TEXTS =
      Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(8);

  private static final Arbitrary<Instant> INSTANTS =
      Arbitraries.longs()
          .between(
              Instant.parse("2001-01-01T00:00:00Z").toEpochMilli(),
              Instant.parse("2030-01-01T00:00:00Z").toEpochMilli())
          .map(Instant::ofEpochMilli);

  private static final Arbitrary<Money> MONEY =
      Combinators.combine(
              Arbitraries.of("USD", "EUR", "GBP", "JPY", "BRL"),
              Arbitraries.longs().between(-99_999_999_999L, 99_999_999_999L),
              Arbitraries.integers().between(0, Money.MAX_SCALE))
          .as((currency, digits, scale) -> new Money(currency, BigDecimal.valueOf(digits, scale)));

  private RandomSellerOrders() {}

  /** Returns orders with ids as Amazon gives them. */
  public static Arbitrary<SellerOrder> orders() {
    Arbitrary<String> numbers = Arbitraries.strings().numeric().ofLength(7);
    return orders(Combinators.combine(numbers, numbers).as((one, two) -> "114-" + one + "-" + two));
  }

  /** Returns orders with the given ids. */
  public static Arbitrary<SellerOrder> orders(Arbitrary<String> ids) {
    return Combinators.combine(heads(ids), fulfilments(), payments(), people())
        .as(RandomSellerOrders::joined);
  }

  private record Head(
      String id,
      String text,
      Instant purchased,
      Instant updated,
      SellerOrderStatus status,
      Sale sale,
      Map<OrderFlag, Boolean> flags) {}

  private record People(
      SellerAddress address, BuyerInfo buyer, BuyerTaxInformation tax, Invoicing invoicing) {}

  private static SellerOrder joined(
      Head head, SellerFulfilment fulfilment, SellerPayment payment, People people) {
    return new SellerOrder(
        head.id(),
        head.text(),
        head.purchased(),
        head.updated(),
        head.status(),
        head.sale(),
        payment,
        fulfilment,
        people.invoicing(),
        head.flags(),
        head.text(),
        people.address(),
        people.buyer(),
        people.tax());
  }

  private static Arbitrary<Head> heads(Arbitrary<String> ids) {
    Arbitrary<Sale> sales =
        Combinators.combine(
                Arbitraries.of(Marketplace.class).map(Marketplace::id).injectNull(MISSING),
                TEXTS,
                TEXTS,
                Arbitraries.of(OrderType.class).injectNull(MISSING),
                TEXTS)
            .as(Sale::new);
    return Combinators.combine(
            ids,
            TEXTS,
            INSTANTS,
            INSTANTS,
            Arbitraries.of(SellerOrderStatus.class),
            sales,
            Arbitraries.maps(Arbitraries.of(OrderFlag.class), Arbitraries.of(true, false)))
        .as(Head::new);
  }

  private static Arbitrary<SellerFulfilment> fulfilments() {
    return Combinators.combine(
            Arbitraries.of(FulfillmentChannel.class).injectNull(MISSING),
            Arbitraries.integers().injectNull(MISSING),
            Arbitraries.integers().injectNull(MISSING),
            services(),
            Arbitraries.of(EasyShipStatus.class).injectNull(MISSING),
            Combinators.combine(addresses(), TEXTS, TEXTS).as(SellerFulfilment.Source::new),
            Combinators.combine(Arbitraries.of(true, false).injectNull(MISSING), TEXTS, TEXTS)
                .as(SellerFulfilment.Automation::new)
                .injectNull(MISSING))
        .as(SellerFulfilment::new);
  }

  private static Arbitrary<SellerFulfilment.Service> services() {
    Arbitrary<Instant> dates = INSTANTS.injectNull(MISSING);
    return Combinators.combine(
            TEXTS,
            TEXTS,
            TEXTS,
            Combinators.combine(dates, dates, dates, dates, dates).as(SellerFulfilment.Dates::new))
        .as(SellerFulfilment.Service::new);
  }

  private static Arbitrary<SellerPayment> payments() {
    Arbitrary<SellerPayment.Execution> executions =
        Combinators.combine(MONEY, SET_TEXTS, TEXTS, TEXTS, TEXTS).as(SellerPayment.Execution::new);
    return Combinators.combine(
            MONEY.injectNull(MISSING),
            Arbitraries.of(SellerPayment.Method.class).injectNull(MISSING),
            SET_TEXTS.list().ofMaxSize(2).injectNull(MISSING),
            executions.list().ofMaxSize(2).injectNull(MISSING))
        .as(SellerPayment::new);
  }

  private static Arbitrary<People> people() {
    Arbitrary<List<TaxClassification>> names =
        Combinators.combine(TEXTS, TEXTS).as(TaxClassification::new).list().ofMaxSize(2);
    Arbitrary<BuyerInfo.Tax> taxes =
        Combinators.combine(TEXTS, TEXTS, names.injectNull(MISSING)).as(BuyerInfo.Tax::new);
    return Combinators.combine(
            addresses(),
            Combinators.combine(TEXTS, TEXTS, TEXTS, taxes.injectNull(MISSING), TEXTS)
                .as(BuyerInfo::new)
                .injectNull(MISSING),
            Combinators.combine(TEXTS, TEXTS, TEXTS, TEXTS)
                .as(BuyerTaxInformation::new)
                .injectNull(MISSING),
            Combinators.combine(
                    Arbitraries.of(Invoicing.Preference.class).injectNull(MISSING),
                    names.injectNull(MISSING),
                    Arbitraries.of(Invoicing.ElectronicStatus.class).injectNull(MISSING))
                .as(Invoicing::new))
        .as(People::new);
  }

  private static Arbitrary<SellerAddress> addresses() {
    Arbitrary<BigDecimal> degrees =
        Arbitraries.bigDecimals()
            .between(BigDecimal.valueOf(-180), BigDecimal.valueOf(180))
            .ofScale(4)
            .injectNull(MISSING);
    Arbitrary<SellerAddress.Extended> extended =
        Combinators.combine(
                TEXTS,
                TEXTS,
                TEXTS,
                TEXTS,
                Combinators.combine(degrees, degrees)
                    .as(SellerAddress.Coordinates::new)
                    .injectNull(MISSING))
            .as(SellerAddress.Extended::new);
    return Combinators.combine(
            Combinators.combine(TEXTS, TEXTS, TEXTS).as(SellerAddress.Contact::new),
            Combinators.combine(TEXTS, TEXTS, TEXTS).as(SellerAddress.Lines::new),
            Combinators.combine(TEXTS, TEXTS, TEXTS, TEXTS, finer()).as(SellerAddress.Place::new),
            extended.injectNull(MISSING),
            Arbitraries.of(SellerAddress.Type.class).injectNull(MISSING))
        .as(SellerAddress::new)
        .injectNull(MISSING);
  }

  private static Arbitrary<SellerAddress.Finer> finer() {
    return Combinators.combine(TEXTS, TEXTS, TEXTS).as(SellerAddress.Finer::new);
  }
}
