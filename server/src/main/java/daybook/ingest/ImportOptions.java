package daybook.ingest;

import daybook.document.Defaults;
import daybook.domain.AccountId;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How files are imported.
 *
 * @param account whose records they hold
 * @param defaults what is taken for true where no source says anything
 * @param onError what to do about bad files
 * @param asOf UTC instant at which all files were true; null for when each was last changed
 * @param spoolDirectory where standard input is kept while it is read twice
 */
public record ImportOptions(
    AccountId account,
    Defaults defaults,
    OnError onError,
    @Nullable Instant asOf,
    Path spoolDirectory) {}
