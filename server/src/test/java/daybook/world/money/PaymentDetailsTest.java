package daybook.world.money;

import static daybook.world.money.DemoMoney.ALL;
import static daybook.world.money.DemoMoney.order;
import static org.assertj.core.api.Assertions.assertThat;

import daybook.domain.BusinessOrder;
import daybook.domain.payment.Transaction;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who paid, with what and where: the members of transactions that are no sums. */
final class PaymentDetailsTest {

  @Test
  void head_isThatOfTheOrder() {
    for (Transaction transaction : ALL) {
      BusinessOrder order = order(transaction);
      assertThat(transaction.legalEntityName()).isEqualTo(order.legalEntityName());
      assertThat(transaction.purchasingCustomerGroupName()).isEqualTo(order.buyerGroupName());
      assertThat(transaction.buyer().name()).isEqualTo(order.buyingCustomer().name());
      assertThat(transaction.buyer().email()).isEqualTo(order.buyingCustomer().email());
      assertThat(transaction.amount().currencyCode()).isEqualTo(order.region().currencyCode());
      String number = order.purchaseOrderNumber() == null ? "" : order.purchaseOrderNumber();
      assertThat(transaction.lineItems())
          .allMatch(line -> number.equals(line.purchaseOrderNumber()))
          .allMatch(line -> Objects.equals(line.businessOrderInfo(), order.businessOrderInfo()));
    }
  }

  @Test
  void identifiers_areUnique() {
    assertThat(ALL).extracting(Transaction::transactionId).doesNotHaveDuplicates();
    assertThat(ALL).allMatch(transaction -> transaction.transactionId().length() == 20);
  }

  @Test
  void people_haveAnIdOfTheirOwn() {
    Map<String, Set<String>> names = new HashMap<>();
    for (Transaction transaction : ALL) {
      assertThat(transaction.buyer().id()).matches("amzn1\\.account\\.[A-Z2-7]{103}");
      for (var person : List.of(transaction.buyer(), transaction.payer())) {
        names.computeIfAbsent(person.id(), id -> new HashSet<>()).add(person.name());
      }
    }
    assertThat(names.values()).allMatch(ofOneId -> ofOneId.size() == 1);
    assertThat(names).hasSizeGreaterThan(80);
  }

  @Test
  void invoices_areNumberedAndHaveNoDigits() {
    assertThat(ALL)
        .filteredOn(transaction -> "Pay by Invoice".equals(transaction.paymentInstrumentType()))
        .hasSizeGreaterThan(500)
        .allMatch(transaction -> transaction.invoiceNumber().matches("[0-9A-Z]{12}"))
        .allMatch(transaction -> transaction.paymentInstrumentLast4Digits() == null)
        .allMatch(transaction -> transaction.payer().name().equals(transaction.legalEntityName()));
  }

  @Test
  void cards_areNamedByBrandAndIdentifiedSinceMay2025() {
    List<Transaction> cards =
        ALL.stream()
            .filter(any -> Set.of("Visa", "MasterCard").contains(any.paymentInstrumentType()))
            .toList();
    assertThat(cards).extracting(Transaction::paymentInstrumentType).contains("Visa", "MasterCard");
    assertThat(cards)
        .allMatch(card -> card.paymentInstrumentLast4Digits().matches("\\d{4}"))
        .allMatch(card -> card.payer().equals(card.buyer()))
        .allMatch(card -> card.invoiceNumber() == null)
        .anyMatch(card -> card.chargeIdentifier() != null)
        .anyMatch(card -> card.chargeIdentifier() == null);
    assertThat(cards)
        .filteredOn(card -> card.chargeIdentifier() != null)
        .allMatch(card -> card.transactionDate().isAfter(Instant.parse("2025-04-30T23:59:59Z")))
        .allMatch(card -> !Set.of("JPY", "AUD").contains(card.amount().currencyCode()));
  }

  @Test
  void rates_areFractions() {
    assertThat(ALL)
        .allMatch(any -> any.shipTaxRate().matches("0\\.\\d{2,5}"))
        .anyMatch(any -> any.shipTaxRate().equals("0.0725"))
        .anyMatch(any -> any.shipTaxRate().equals("0.00"))
        .allMatch(any -> any.giftWrapTaxRate().equals("0.00"));
    assertThat(ALL.stream().flatMap(any -> any.lineItems().stream()))
        .allMatch(line -> line.taxRate().matches("0\\.\\d{1,5}"))
        .anyMatch(line -> line.taxRate().equals("0.0"))
        .anyMatch(line -> line.taxRate().equals("0.19"));
  }

  @Test
  void sumsOfLines_arePrintedAsInTheExamples() {
    assertThat(ALL.stream().flatMap(any -> any.lineItems().stream()))
        .allMatch(line -> line.amounts().total().text().matches("-?\\d+\\.(\\d|\\d[1-9])"))
        .anyMatch(line -> line.amounts().tax().text().equals("0.0"));
    assertThat(ALL)
        .filteredOn(any -> any.amount().currencyCode().equals("USD"))
        .allMatch(any -> any.amount().text().matches("-?\\d+\\.\\d\\d"));
  }

  @Test
  void marketplaces_areThoseOfTheRegions() {
    Map<String, String> regions = new HashMap<>();
    ALL.forEach(any -> regions.put(any.marketplaceId(), order(any).region().name()));
    assertThat(regions)
        .containsEntry("ATVPDKIKX0DER", "US")
        .containsEntry("A1PA6795UKMFR9", "DE")
        .containsEntry("A1F83G8C2ARO7P", "UK")
        .containsEntry("A1VC38T7YXB528", "JP")
        .hasSize(11);
  }
}
