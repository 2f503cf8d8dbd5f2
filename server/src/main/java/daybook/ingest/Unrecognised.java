package daybook.ingest;

import daybook.contract.Shape;
import daybook.domain.BusinessOrder;
import daybook.json.Excerpt;
import daybook.json.JsonObject;
import daybook.json.JsonProblem;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what an object is that is no order of any known shape. */
final class Unrecognised {

  private Unrecognised() {}

  static String describe(JsonObject object, List<Shape<BusinessOrder>> shapes) {
    String error = error(object);
    if (error != null) {
      return "an error answer, not orders: " + error;
    }
    List<String> names = object.names();
    String known = shapes.stream().map(Shape::name).collect(Collectors.joining(" nor "));
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
