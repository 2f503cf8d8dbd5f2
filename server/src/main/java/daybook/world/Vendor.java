package daybook.world;

import daybook.domain.Region;
import daybook.domain.Seller;
import daybook.domain.SellerCredential;
import daybook.domain.SellerCredential.CertifyingAgency;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * A merchant who sells in one market.
 *
 * @param seller its name and address
 * @param credentials the certificates it holds
 */
public record Vendor(Seller seller, List<SellerCredential> credentials) {

  /** A certificate that a seller may hold, and who issues it. */
  private record Certificate(String type, String agency) {}

  // Types and agencies as https://developer-docs.amazon.com/amazon-business/docs/certificates pairs
  // them; all are of the United States.
  private static final List<Certificate> CERTIFICATES =
      List.of(
          new Certificate(
              "Minority Owned Business", "NMSDC: National Minority Supplier Development Council"),
          new Certificate(
              "Economically Disadvantaged Women-Owned Small Business",
              "WBENC: Women's Business Enterprise National Council"),
          new Certificate("Veteran-Owned Small Business", "Department of Veterans Affairs"),
          new Certificate("Registered Small Business", "SAM: System for Award Management"),
          new Certificate("SBA-Certified HUB Zone Firm", "SBA: Small Business Administration"));

  /** Returns the merchants of a market, the large one first. */
  static List<Vendor> of(Market market, long seed, Instant end) {
    List<Vendor> vendors = new ArrayList<>();
    for (String name : market.vendorNames()) {
      Dice dice = Dice.of(Dice.Topic.VENDORS, seed, name.hashCode());
      Seller seller = new Seller(name, market.address(dice.any(market.places()), dice));
      vendors.add(new Vendor(seller, credentials(market, dice, end)));
    }
    return List.copyOf(vendors);
  }

  private static List<SellerCredential> credentials(Market market, Dice dice, Instant end) {
    List<SellerCredential> held = new ArrayList<>();
    if (market.region() == Region.US) {
      for (Certificate certificate : CERTIFICATES) {
        Instant ends =
            end.plus(Duration.ofDays(dice.between(60, 900))).truncatedTo(ChronoUnit.DAYS);
        if (dice.percent(18)) {
          held.add(
              new SellerCredential(
                  certificate.type(), List.of(new CertifyingAgency(certificate.agency(), ends))));
        }
      }
    }
    return List.copyOf(held);
  }

  /** Returns the names of its certificates. */
  public List<String> credentialNames() {
    return credentials.stream().map(SellerCredential::certificateType).toList();
  }
}
