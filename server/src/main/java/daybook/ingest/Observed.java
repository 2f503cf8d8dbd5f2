package daybook.ingest;

import daybook.domain.AsOf;
import daybook.domain.BusinessOrder;

/** An order as a source has shown it, and when that was true. */
public record Observed(BusinessOrder order, AsOf asOf) {}
