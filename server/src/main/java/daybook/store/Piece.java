package daybook.store;

import java.time.Instant;

/**
 * A fragment of wire JSON, rendered once when its record was written.
 *
 * @param view the view it belongs to
 * @param sortInstant UTC instant by which pages of the view are ordered
 * @param body JSON, UTF-8, without surrounding white space
 */
public record Piece(ViewId view, Instant sortInstant, byte[] body) {}
