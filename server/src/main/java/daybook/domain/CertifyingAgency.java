package daybook.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The issuer of a seller's certificate.
 *
 * @param name name of the agency
 * @param expirationDate UTC instant at which the certificate ends
 */
public record CertifyingAgency(@Nullable String name, @Nullable Instant expirationDate) {}
