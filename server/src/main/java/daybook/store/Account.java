package daybook.store;

import daybook.domain.AccountId;
import daybook.domain.AccountKind;
import java.time.Instant;

/**
 * Whose data it is.
 *
 * @param id names it
 * @param kind buyer or seller
 * @param name for people
 * @param createdAt UTC
 */
public record Account(AccountId id, AccountKind kind, String name, Instant createdAt) {}
