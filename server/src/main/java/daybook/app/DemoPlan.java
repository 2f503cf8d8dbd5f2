package daybook.app;

import daybook.json.Json;
import daybook.json.JsonObject;
import daybook.json.JsonWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * What a demo world is made from, kept so that an interrupted start goes on with the same world.
 *
 * @param seed the same seed makes the same world
 * @param end UTC instant up to which there are orders
 * @param orders how many orders all accounts have together
 */
public record DemoPlan(long seed, Instant end, long orders) {

  /** Name of the plan's file within the data directory. */
  static final String FILE = "demo-plan.json";

  /** Returns the plan kept in the directory, or keeps this one there and returns it. */
  DemoPlan keptIn(Path directory) throws IOException {
    Path file = directory.resolve(FILE);
    if (Files.exists(file)) {
      JsonObject plan = Json.readObject(Files.readAllBytes(file));
      return new DemoPlan(
          plan.decimal("seed").longValueExact(),
          Instant.parse(plan.text("end")),
          plan.decimal("orders").longValueExact());
    }
    byte[] json =
        new JsonWriter()
            .object()
            .number("seed", seed)
            .text("end", end.toString())
            .number("orders", orders)
            .endObject()
            .toBytes();
    PrivateFile.write(file, json);
    return this;
  }
}
