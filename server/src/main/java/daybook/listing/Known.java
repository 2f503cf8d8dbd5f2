package daybook.listing;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The values that a parameter may have.
 *
 * @param parser reads every spelling of them
 * @param names all of them, for the client that sent another one
 * @param <T> their type
 */
public record Known<T>(Function<String, Optional<T>> parser, String names) {

  /** Returns the constants of an enum. */
  public static <E extends Enum<E>> Known<E> of(E[] values, Function<String, Optional<E>> parser) {
    return new Known<>(
        parser, Arrays.stream(values).map(Enum::name).collect(Collectors.joining(", ")));
  }
}
