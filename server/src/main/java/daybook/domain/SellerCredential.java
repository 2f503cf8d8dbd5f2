package daybook.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A certificate a seller holds, such as a minority-owned business (CONTRACT 1.4).
 *
 * @param certificateType name of the certificate
 * @param certifyingAgencies who issued it
 */
public record SellerCredential(String certificateType, List<CertifyingAgency> certifyingAgencies) {

  /**
   * The issuer of a certificate.
   *
   * @param name name of the agency
   * @param expirationDate UTC instant at which the certificate ends
   */
  public record CertifyingAgency(@Nullable String name, @Nullable Instant expirationDate) {}

  /** Copies the list. */
  public SellerCredential {
    certifyingAgencies = List.copyOf(certifyingAgencies);
  }
}
