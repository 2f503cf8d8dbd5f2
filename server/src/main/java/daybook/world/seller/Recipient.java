package daybook.world.seller;

import daybook.domain.Address;
import daybook.domain.Region;
import daybook.domain.seller.BuyerInfo;
import daybook.domain.seller.SellerAddress;
import daybook.domain.seller.SellerAddress.Contact;
import daybook.domain.seller.SellerAddress.Finer;
import daybook.domain.seller.SellerAddress.Lines;
import daybook.domain.seller.SellerAddress.Place;
import daybook.domain.seller.TaxClassification;
import daybook.world.Company;
import daybook.world.Dice;
import daybook.world.Purchase;
import daybook.world.Vendor;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who a seller is told to have bought, and where it goes. */
final class Recipient {

  private static final String ALIAS = Dice.DIGITS + "abcdefghijklmnopqrstuvwxyz";

  private Recipient() {}

  /** Returns who bought, under an e-mail address that this seller alone has of them. */
  static BuyerInfo buyer(Purchase purchase, SellingPartner seller) {
    Company.Buyer buyer = purchase.buyer();
    Region region = purchase.market().region();
    String alias =
        dice(buyer, String.valueOf(buyer.person().name()) + buyer.costCenter(), seller.id().value())
            .text(ALIAS, 15);
    return new BuyerInfo(
        alias + "@" + Storefront.mailHost(region),
        buyer.person().name(),
        null,
        tax(buyer, region),
        purchase.purchaseOrderNumber());
  }

  /** Returns where a purchase goes to, as its seller is shown it. */
  static SellerAddress address(Purchase purchase, boolean showsPhone) {
    Company.Buyer buyer = purchase.buyer();
    Contact contact =
        new Contact(
            buyer.person().name(),
            buyer.legalEntityName(),
            showsPhone ? phone(buyer, purchase.market().region()) : null);
    return address(contact, buyer.site(), SellerAddress.Type.COMMERCIAL);
  }

  /** Returns where a seller ships from. */
  static SellerAddress shipFrom(Vendor vendor) {
    Address address = Objects.requireNonNull(vendor.seller().primaryAddress());
    return address(new Contact(vendor.seller().name(), null, null), address, null);
  }

  private static SellerAddress address(
      Contact contact, Address address, SellerAddress.@Nullable Type type) {
    return new SellerAddress(
        contact,
        new Lines(address.addressLine1(), address.addressLine2(), null),
        new Place(
            address.city(),
            address.state(),
            address.postalCode(),
            address.countryCode(),
            Finer.UNKNOWN),
        null,
        type);
  }

  // Shown of businesses in Mexico and India (and Brazil, where nobody buys here).
  private static BuyerInfo.@Nullable Tax tax(Company.Buyer buyer, Region region) {
    Dice dice = dice(buyer, "", "tax");
    TaxClassification number =
        switch (region) {
          case MX ->
              new TaxClassification(
                  "RFC",
                  dice.text(Dice.CAPITALS.substring(10), 3)
                      + dice.between(100_101, 991_231)
                      + dice.text(Dice.CAPITALS, 3));
          case IN ->
              new TaxClassification(
                  "GSTIN",
                  dice.between(10, 37)
                      + dice.text(Dice.CAPITALS.substring(10), 5)
                      + dice.text(Dice.DIGITS, 4)
                      + dice.text(Dice.CAPITALS.substring(10), 1)
                      + "1Z"
                      + dice.text(Dice.DIGITS, 1));
          default -> null;
        };
    return number == null
        ? null
        : new BuyerInfo.Tax(buyer.legalEntityName(), region.name(), List.of(number));
  }

  // Only numbers that are set aside for fiction; where there are none, no number is on record.
  private static @Nullable String phone(Company.Buyer buyer, Region region) {
    int two = dice(buyer, buyer.costCenter(), "phone").below(100);
    String number =
        switch (region) {
          case US -> "+1 312-555-01%02d";
          case CA -> "+1 416-555-01%02d";
          case UK -> "+44 20 7946 00%02d";
          case FR -> "+33 1 99 00 00 %02d";
          case DE -> "+49 30 231250%02d";
          case AU -> "+61 2 5550 00%02d";
          case IT, ES, IN, MX, JP -> null;
        };
    return number == null ? null : String.format(Locale.ROOT, number, two);
  }

  private static Dice dice(Company.Buyer buyer, String who, String what) {
    return Dice.of(
        Dice.Topic.SELLING, buyer.legalEntityName().hashCode(), who.hashCode(), what.hashCode());
  }
}
