package daybook.ingest;

import daybook.contract.Shape;
import daybook.document.Family;
import daybook.json.Excerpt;
import daybook.json.JsonObject;
import daybook.json.JsonProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All shapes that files may have, and which of them a record is of. */
final class Shapes {

  /** A shape with the family its records belong to. */
  record Known<R>(Family<R> family, Shape<R> shape) {}

  private final List<Known<?>> all = new ArrayList<>();

  Shapes(List<Family<?>> families) {
    families.forEach(this::add);
  }

  private <R> void add(Family<R> family) {
    family.shapes().forEach(shape -> all.add(new Known<>(family, shape)));
  }

  /** Returns the members that hold records in whole answers. */
  Set<String> envelopes() {
    return all.stream().map(known -> known.shape().envelope()).collect(Collectors.toSet());
  }

  /**
   * Finds the shape of a record: the first that recognises it, or that of the answer it stood in.
   *
   * @param envelope the member that held it, null if none did
   */
  @Nullable Known<?> of(JsonObject object, @Nullable String envelope) {
    for (Known<?> known : all) {
      if (known.shape().recognises(object)) {
        return known;
      }
    }
    for (Known<?> known : all) {
      if (known.shape().envelope().equals(envelope)) {
        return known;
      }
    }
    return null;
  }

  /** Says what an object is that is no record of any known shape. */
  String describe(JsonObject object) {
    String error = error(object);
    if (error != null) {
      return "an error answer, not orders: " + error;
    }
    List<String> names = object.names();
    String known =
        all.stream().map(each -> each.shape().name()).collect(Collectors.joining(" nor "));
    return names.isEmpty()
        ? "an empty object"
        : "neither "
            + known
            + ": an object with the members "
            + Excerpt.of(String.join(", ", names));
  }

  private static @Nullable String error(JsonObject object) {
    try {
      List<JsonObject> errors = object.optObjects("errors");
      if (errors == null || errors.isEmpty()) {
        return errors == null ? null : "it names no error";
      }
      JsonObject first = errors.get(0);
      return Excerpt.of(first.optText("code") + ": " + first.optText("message"));
    } catch (JsonProblem e) {
      return null;
    }
  }
}
