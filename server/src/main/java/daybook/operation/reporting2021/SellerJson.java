package daybook.operation.reporting2021;

import daybook.contract.Timestamps;
import daybook.domain.Address;
import daybook.domain.Seller;
import daybook.domain.SellerCredential;
import daybook.domain.SellerCredential.CertifyingAgency;
import daybook.json.JsonObject;
import daybook.json.JsonWriter;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The wire forms of {@code Seller} and {@code SellerCredentialDetails} (CONTRACT 1.4). */
final class SellerJson {

  private SellerJson() {}

  static @Nullable Seller read(@Nullable JsonObject seller) {
    return seller == null ? null : new Seller(orEmpty(seller, "sellerName"), address(seller));
  }

  static void write(JsonWriter json, @Nullable Seller seller) {
    if (seller == null) {
      json.none("seller");
      return;
    }
    Address address = seller.primaryAddress();
    json.object("seller").text("sellerName", seller.name());
    AddressJson.write(json, "sellerPrimaryAddress", address);
    json.text("sellerCity", address == null ? null : address.city())
        .text("sellerState", address == null ? null : address.state())
        .text("sellerPostalCode", address == null ? null : address.postalCode())
        .endObject();
  }

  static List<SellerCredential> readCredentials(@Nullable List<JsonObject> credentials) {
    return credentials == null
        ? List.of()
        : credentials.stream().map(SellerJson::readCredential).toList();
  }

  static void writeCredential(JsonWriter json, SellerCredential credential) {
    json.object()
        .text("certificateType", credential.certificateType())
        .each("certifyingAgenciesDetails", credential.certifyingAgencies(), SellerJson::writeAgency)
        .endObject();
  }

  // Older answers have only the deprecated members, newer ones both.
  private static @Nullable Address address(JsonObject seller) {
    Address primary = AddressJson.read(seller.optObject("sellerPrimaryAddress"));
    String city = seller.optText("sellerCity");
    String state = seller.optText("sellerState");
    String postalCode = seller.optText("sellerPostalCode");
    if (primary == null) {
      boolean nothing = city == null && state == null && postalCode == null;
      return nothing ? null : new Address(null, null, city, state, postalCode, null);
    }
    return new Address(
        primary.addressLine1(),
        primary.addressLine2(),
        primary.city() == null ? city : primary.city(),
        primary.state() == null ? state : primary.state(),
        primary.postalCode() == null ? postalCode : primary.postalCode(),
        primary.countryCode());
  }

  private static SellerCredential readCredential(JsonObject credential) {
    List<JsonObject> agencies = credential.optObjects("certifyingAgenciesDetails");
    return new SellerCredential(
        orEmpty(credential, "certificateType"),
        agencies == null ? List.of() : agencies.stream().map(SellerJson::readAgency).toList());
  }

  private static CertifyingAgency readAgency(JsonObject agency) {
    return new CertifyingAgency(
        agency.optText("certifyingAgencyName"),
        Timestamps.readOptional(agency, "certificateExpirationDate"));
  }

  private static void writeAgency(JsonWriter json, CertifyingAgency agency) {
    Instant end = agency.expirationDate();
    json.object()
        .text("certifyingAgencyName", agency.name())
        .text("certificateExpirationDate", end == null ? null : Timestamps.format(end))
        .endObject();
  }

  private static String orEmpty(JsonObject object, String name) {
    String text = object.optText(name);
    return text == null ? "" : text;
  }
}
