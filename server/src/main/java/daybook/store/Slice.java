package daybook.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a view.
 *
 * @param pieces the bodies, in order; for each row as many as the scan has views
 * @param next the last row of this page if more rows follow, otherwise null
 */
public record Slice(List<byte[]> pieces, @Nullable Position next) {}
