package daybook.domain.seller;

import static daybook.domain.seller.Known.first;
import static daybook.domain.seller.Known.fuller;

import daybook.domain.seller.SellerAddress.Contact;
import daybook.domain.seller.SellerAddress.Extended;
import daybook.domain.seller.SellerAddress.Finer;
import daybook.domain.seller.SellerAddress.Lines;
import daybook.domain.seller.SellerAddress.Place;
import org.jspecify.annotations.Nullable;

/** Joins what two views of one order show of its buyer, and of addresses. */
final class PersonMerge {

  private PersonMerge() {}

  // A street must not be moved to another city: an address that has changed is taken as it is.
  static @Nullable SellerAddress completed(
      @Nullable SellerAddress address, @Nullable SellerAddress other) {
    if (address == null || other == null) {
      return first(address, other);
    }
    if (!isSamePlace(address.place(), other.place())) {
      return address;
    }
    Contact contact = address.contact();
    Lines lines = address.lines();
    // The lines belong together; one line of each of two addresses would be a third address.
    boolean ownLines = !lines.equals(Lines.UNKNOWN);
    return new SellerAddress(
        new Contact(
            first(contact.name(), other.contact().name()),
            first(contact.companyName(), other.contact().companyName()),
            first(contact.phone(), other.contact().phone())),
        ownLines ? lines : other.lines(),
        completed(address.place(), other.place()),
        completed(address.extended(), other.extended()),
        first(address.type(), other.type()));
  }

  private static boolean isSamePlace(Place place, Place other) {
    Place own = new Place(null, null, null, null, Finer.UNKNOWN);
    Place coarse = coarse(place);
    return coarse.equals(own) || coarse.equals(coarse(other));
  }

  private static Place coarse(Place place) {
    return new Place(
        place.city(),
        place.stateOrRegion(),
        place.postalCode(),
        place.countryCode(),
        Finer.UNKNOWN);
  }

  private static Place completed(Place place, Place other) {
    Finer finer = place.finer();
    return new Place(
        first(place.city(), other.city()),
        first(place.stateOrRegion(), other.stateOrRegion()),
        first(place.postalCode(), other.postalCode()),
        first(place.countryCode(), other.countryCode()),
        new Finer(
            first(finer.county(), other.finer().county()),
            first(finer.district(), other.finer().district()),
            first(finer.municipality(), other.finer().municipality())));
  }

  private static @Nullable Extended completed(@Nullable Extended one, @Nullable Extended other) {
    if (one == null || other == null) {
      return first(one, other);
    }
    return new Extended(
        first(one.streetName(), other.streetName()),
        first(one.streetNumber(), other.streetNumber()),
        first(one.complement(), other.complement()),
        first(one.neighborhood(), other.neighborhood()),
        first(one.coordinates(), other.coordinates()));
  }

  static @Nullable BuyerInfo completed(@Nullable BuyerInfo buyer, @Nullable BuyerInfo other) {
    if (buyer == null || other == null) {
      return first(buyer, other);
    }
    return new BuyerInfo(
        first(buyer.email(), other.email()),
        first(buyer.name(), other.name()),
        first(buyer.county(), other.county()),
        completed(buyer.tax(), other.tax()),
        first(buyer.purchaseOrderNumber(), other.purchaseOrderNumber()));
  }

  private static BuyerInfo.@Nullable Tax completed(
      BuyerInfo.@Nullable Tax tax, BuyerInfo.@Nullable Tax other) {
    if (tax == null || other == null) {
      return first(tax, other);
    }
    return new BuyerInfo.Tax(
        first(tax.companyLegalName(), other.companyLegalName()),
        first(tax.taxingRegion(), other.taxingRegion()),
        fuller(tax.classifications(), other.classifications()));
  }

  static @Nullable BuyerTaxInformation completed(
      @Nullable BuyerTaxInformation tax, @Nullable BuyerTaxInformation other) {
    if (tax == null || other == null) {
      return first(tax, other);
    }
    return new BuyerTaxInformation(
        first(tax.legalCompanyName(), other.legalCompanyName()),
        first(tax.businessAddress(), other.businessAddress()),
        first(tax.taxRegistrationId(), other.taxRegistrationId()),
        first(tax.taxOffice(), other.taxOffice()));
  }
}
