package daybook.ingest;

import org.jspecify.annotations.Nullable;

/**
 * What became of an import.
 *
 * @param files files that were opened
 * @param read records that were found in them, good or bad
 * @param written what the good ones did to the store
 * @param refused how many things were not taken
 * @param warnings how many were taken with a doubt
 * @param stoppedAt the file at which it ended early, nothing of which was kept; null if it did not
 */
public record ImportReport(
    long files,
    long read,
    Tally written,
    long refused,
    long warnings,
    @Nullable String stoppedAt) {}
