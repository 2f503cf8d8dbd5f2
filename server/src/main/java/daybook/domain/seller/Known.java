package daybook.domain.seller;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Chooses between what two views say of the same thing. */
final class Known {

  private Known() {}

  // Early answers printed an empty text where a restricted one was left out (CONTRACT 4.5).
  static <T> @Nullable T first(@Nullable T preferred, @Nullable T other) {
    boolean silent = preferred == null || (preferred.equals("") && other != null);
    return silent ? other : preferred;
  }

  static <T> @Nullable List<T> fuller(@Nullable List<T> preferred, @Nullable List<T> other) {
    return preferred == null || (preferred.isEmpty() && other != null) ? other : preferred;
  }
}
