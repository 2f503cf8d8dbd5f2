package daybook.store;

import java.time.Instant;

/**
 * A program that asks for access tokens.
 *
 * @param clientId names it
 * @param name for people
 * @param secretHash hash of its client secret
 * @param createdAt UTC
 */
public record Application(String clientId, String name, byte[] secretHash, Instant createdAt) {}
