package daybook.domain.seller;

import java.util.Locale;
import java.util.Optional;

/** A value of a closed list, with the name it has on the wire. */
public interface Named {

  /** Returns the name on the wire, such as "PartiallyShipped". */
  String wireName();

  /** Reads a name in any case, with or without underscores, hyphens and spaces between words. */
  static <E extends Enum<E> & Named> Optional<E> parse(Class<E> type, String text) {
    String name = plain(text);
    for (E value : type.getEnumConstants()) {
      if (plain(value.wireName()).equals(name)) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }

  private static String plain(String text) {
    return text.strip().toLowerCase(Locale.ROOT).replaceAll("[_ -]", "");
  }
}
