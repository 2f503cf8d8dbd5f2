package daybook.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of pieces, ready to be spliced.
 *
 * @param pieces bodies in order, JSON in UTF-8
 * @param nextPageToken token of the next page, null on the last one
 */
public record Page(List<byte[]> pieces, @Nullable String nextPageToken) {}
