package daybook.world.money;

import daybook.domain.Customer;
import daybook.world.Company;
import daybook.world.Dice;
import java.util.List;
import java.util.Objects;

/** Who bought and who paid, and with what. */
final class People {

  private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final List<String> CARDS = List.of("Visa", "Visa", "MasterCard");

  private People() {}

  /** Returns the buyer with the id that this API alone shows (CONTRACT 2 #21). */
  static Customer buyer(Company.Buyer buyer) {
    Customer person = buyer.person();
    return new Customer(
        id(buyer, String.valueOf(person.name()) + buyer.costCenter()),
        person.name(),
        person.email());
  }

  /** Returns who pays: the buyer by card, their company by invoice or bank account. */
  static Customer payer(Company.Buyer buyer) {
    if (isCard(buyer)) {
      return buyer(buyer);
    }
    String address = Objects.requireNonNull(buyer.approver().email());
    return new Customer(
        id(buyer, ""),
        buyer.legalEntityName(),
        "accounts.payable" + address.substring(address.indexOf('@')));
  }

  /** Returns the means of payment: where orders say credit card, transactions name its brand. */
  static String instrument(Company.Buyer buyer) {
    String digits = buyer.lastDigits();
    return isCard(buyer) && digits != null
        ? CARDS.get(Integer.parseInt(digits) % CARDS.size())
        : buyer.paymentInstrumentType();
  }

  /** Says whether the buyer pays by card. */
  static boolean isCard(Company.Buyer buyer) {
    return buyer.paymentInstrumentType().equals("Credit card");
  }

  /** Says whether the buyer pays by invoice. */
  static boolean paysByInvoice(Company.Buyer buyer) {
    return buyer.paymentInstrumentType().equals("Pay by Invoice");
  }

  private static String id(Company.Buyer buyer, String name) {
    Dice dice =
        Dice.of(Dice.Topic.FOUNDING, buyer.legalEntityName().hashCode(), name.hashCode(), 1);
    return "amzn1.account." + dice.text(BASE_32, 103);
  }
}
