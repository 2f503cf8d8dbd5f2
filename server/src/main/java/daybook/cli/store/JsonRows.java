package daybook.cli.store;

import daybook.json.JsonWriter;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prints a JSON object a line. */
final class JsonRows extends PrintedRows {

  private List<String> names = List.of();

  JsonRows(PrintWriter out, int limit) {
    super(out, limit);
  }

  @Override
  public void columns(List<String> all) {
    names = all;
  }

  @Override
  void print(List<@Nullable Object> cells) {
    JsonWriter json = new JsonWriter().object();
    for (int i = 0; i < cells.size(); i++) {
      Object cell = cells.get(i);
      if (cell == null) {
        json.none(names.get(i));
      } else if (cell instanceof Number number) {
        json.number(names.get(i), new BigDecimal(number.toString()));
      } else {
        json.text(names.get(i), text(cell));
      }
    }
    out().print(new String(json.endObject().toBytes(), StandardCharsets.UTF_8) + "\n");
  }

  @Override
  void end() {}
}
