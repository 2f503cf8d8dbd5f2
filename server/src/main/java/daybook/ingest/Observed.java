package daybook.ingest;

import daybook.domain.AsOf;

/**
 * A record as one source showed it once.
 *
 * @param row what it showed
 * @param asOf when that was true, which decides between two sources that disagree
 * @param <R> the record
 */
public record Observed<R>(R row, AsOf asOf) {}
