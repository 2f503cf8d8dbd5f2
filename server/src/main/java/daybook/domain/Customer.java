package daybook.domain;

import org.jspecify.annotations.Nullable;

/**
 * A person with a role in a purchase: buyer, payer or approver.
 *
 * @param id Amazon's identifier; null when no source has shown one (CONTRACT 2 #21)
 * @param name full name
 * @param email e-mail address, which may be the empty string on the wire
 */
public record Customer(@Nullable String id, @Nullable String name, @Nullable String email) {}
