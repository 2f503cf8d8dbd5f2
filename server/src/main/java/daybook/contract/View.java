package daybook.contract;

import daybook.store.ViewId;
import java.time.Instant;

/**
 * Renders the piece of a record that serves one or more operations.
 *
 * @param <R> the record
 */
public interface View<R> {

  /** Returns name and version; raise the version whenever {@link #render} changes. */
  ViewId id();

  /** Returns the UTC instant by which pages of this view are ordered. */
  Instant sortInstant(R row);

  /** Renders the record to wire JSON, UTF-8. Pure, and cannot fail. */
  byte[] render(R row);
}
