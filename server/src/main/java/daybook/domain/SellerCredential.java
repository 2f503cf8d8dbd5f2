package daybook.domain;

import java.util.List;

/**
 * A certificate a seller holds, such as a minority-owned business (CONTRACT 1.4).
 *
 * @param certificateType name of the certificate
 * @param certifyingAgencies who issued it
 */
public record SellerCredential(String certificateType, List<CertifyingAgency> certifyingAgencies) {

  /** Copies the list. */
  public SellerCredential {
    certifyingAgencies = List.copyOf(certifyingAgencies);
  }
}
