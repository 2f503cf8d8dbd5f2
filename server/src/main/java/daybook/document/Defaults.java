package daybook.document;

import daybook.domain.Region;
import org.jspecify.annotations.Nullable;

/**
 * What is taken for true where no source says anything.
 *
 * @param region region of orders that show none, as Reporting 2021 never does; null for unknown
 */
public record Defaults(@Nullable Region region) {

  /** Takes nothing for true. */
  public static final Defaults NONE = new Defaults(null);
}
