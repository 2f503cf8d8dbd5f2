package daybook.ingest;

import daybook.domain.AccountId;
import daybook.domain.Region;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How files are imported.
 *
 * @param account whose orders they hold
 * @param defaultRegion region of orders of which no source shows one, as Reporting 2021 never does
 * @param onError what to do about bad files
 * @param asOf UTC instant at which all files were true; null for when each was last changed
 * @param spoolDirectory where standard input is kept while it is read twice
 */
public record ImportOptions(
    AccountId account,
    @Nullable Region defaultRegion,
    OnError onError,
    @Nullable Instant asOf,
    Path spoolDirectory) {}
