package daybook.store.bucket;

import daybook.domain.AccountId;

/**
 * Names a bucket: whose calls of what it counts.
 *
 * @param account on whose behalf is called
 * @param operationId what is called
 * @param clientId the application that calls
 */
public record BucketKey(AccountId account, String operationId, String clientId) {}
