package daybook.store;

import java.util.Collection;
import java.util.Set;

/** Keeps account of which views hold a piece of every record. */
public interface Views {

  /**
   * Returns the views that are complete. In a store without records every view asked for here is
   * complete from then on.
   */
  Set<ViewId> complete(Collection<ViewId> wanted);

  /** Marks views as complete and drops the pieces of all others, in steps that stay short. */
  void retainOnly(Collection<ViewId> current);
}
