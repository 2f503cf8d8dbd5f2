package conformance.sight;

import com.fasterxml.jackson.databind.JsonNode;
import conformance.Mismatch;
import java.time.Instant;
import java.util.List;

/** The dates by which listings go: CONTRACT 7, order of rows. */
public final class Dates {

  private Dates() {}

  /** Returns the date by which an operation lists a record. */
  public static Instant of(Op op, JsonNode entry) {
    return Instant.parse(
        switch (op) {
          case REPORTS, BY_PO -> entry.path("orderMetadata").path("orderDate").asText();
          case BY_DATE, BY_ID -> entry.path("orderDate").asText();
          case TRANSACTIONS -> entry.path("feedDate").asText();
          default -> entry.path("PurchaseDate").asText();
        });
  }

  /** Checks that records come by date, then by id. */
  public static void checkOrder(Op op, List<JsonNode> records) {
    for (int i = 1; i < records.size(); i++) {
      JsonNode before = records.get(i - 1);
      JsonNode after = records.get(i);
      int byDate = of(op, before).compareTo(of(op, after));
      int byId = Data.id(op, before).compareTo(Data.id(op, after));
      Mismatch.unless(
          byDate < 0 || (byDate == 0 && byId < 0),
          "ascending by date, then by id",
          of(op, before)
              + " "
              + Data.id(op, before)
              + ", "
              + of(op, after)
              + " "
              + Data.id(op, after));
    }
  }
}
