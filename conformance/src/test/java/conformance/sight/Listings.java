package conformance.sight;

import com.fasterxml.jackson.databind.JsonNode;
import conformance.Mismatch;
import conformance.NotApplicable;
import conformance.Times;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What holds for every listing: ranges of dates, and filters that leave out the right records. */
public final class Listings {

  private final Kit kit;
  private final Op op;

  public Listings(Kit kit, Op op) {
    this.kit = kit;
    this.op = op;
  }

  /** Checks that no record lies outside of the range that was asked for. */
  public void checkRange() throws Exception {
    for (JsonNode entry : some()) {
      Instant date = Dates.of(op, entry);
      Mismatch.unless(
          !date.isBefore(kit.data.start()) && (op == Op.ORDERS || !date.isAfter(kit.data.end())),
          "a date from " + kit.data.start() + " to " + kit.data.end(),
          date);
    }
  }

  /** Checks that a range of one instant has the record of that instant. */
  public void checkInclusive(String startName, String endName) throws Exception {
    List<JsonNode> records = some();
    JsonNode entry = records.get(records.size() / 2);
    String date = Times.encoded(Dates.of(op, entry).toString());
    String rest = op == Op.ORDERS ? "&MarketplaceIds={marketplaces}" : "";
    JsonNode page = kit.page(op, startName + "=" + date + "&" + endName + "=" + date + rest);
    List<String> ids = Data.ids(op, page);
    Mismatch.unless(ids.contains(Data.id(op, entry)), "the record " + Data.id(op, entry), ids);
    Data.records(op, page)
        .forEach(each -> Mismatch.unlessEqual("date", Dates.of(op, entry), Dates.of(op, each)));
  }

  /** Checks that a filter gives the records that fit, and all of them, page one of them. */
  public void checkFilter(String filter, Predicate<JsonNode> test) throws Exception {
    List<String> expected = new ArrayList<>();
    for (JsonNode entry : some()) {
      if (test.test(entry)) {
        expected.add(Data.id(op, entry));
      }
    }
    List<String> seen = Data.ids(op, kit.page(op, op.goodQuery() + "&" + filter));
    List<String> first = expected.subList(0, Math.min(100, expected.size()));
    Mismatch.unless(seen.equals(first), first.size() + " records " + first, seen);
    if (expected.isEmpty()) {
      throw new NotApplicable("no such data: no record has " + filter);
    }
  }

  private List<JsonNode> some() throws Exception {
    List<JsonNode> records = kit.data.of(op, false);
    if (records.isEmpty()) {
      throw new NotApplicable("no such data: no records");
    }
    return records;
  }
}
