package daybook.ingest;

import daybook.domain.AsOf;
import daybook.domain.BusinessOrder;

/**
 * An order as one source showed it once.
 *
 * @param order what it showed
 * @param asOf when that was true, which decides between two sources that disagree
 */
public record Observed(BusinessOrder order, AsOf asOf) {}
