package conformance.cases;

import com.fasterxml.jackson.databind.JsonNode;
import conformance.Answer;
import conformance.Case;
import conformance.Mismatch;
import conformance.Table;
import conformance.sight.Data;
import conformance.sight.Kit;
import conformance.sight.Op;
import java.util.ArrayList;
import java.util.List;

/** Requests that are refused, and requests that mean the same, from the tables. */
final class TableCases {

  private TableCases() {}

  static List<Case> refusals(Kit kit) {
    List<Case> cases = new ArrayList<>();
    for (List<String> row : Table.rows("/conformance/refusals.txt", 8)) {
      Op op = Op.valueOf(row.get(2));
      cases.add(Case.of(row.get(0), row.get(1) + " (" + op + ")", () -> refused(kit, op, row)));
    }
    return cases;
  }

  static List<Case> alike(Kit kit) {
    List<Case> cases = new ArrayList<>();
    for (List<String> row : Table.rows("/conformance/alike.txt", 5)) {
      Op op = Op.valueOf(row.get(2));
      cases.add(
          Case.of(
              row.get(0),
              row.get(1) + " (" + op + ")",
              () -> sameRecords(op, kit.ask(op, row.get(4)), kit.ask(op, row.get(3)))));
    }
    return cases;
  }

  /** Checks that two answers are pages of the same records. */
  static void sameRecords(Op op, Answer expected, Answer seen) {
    JsonNode records = Data.records(op, expected.is(200).json());
    JsonNode others = Data.records(op, seen.is(200).json());
    if (!records.equals(others)) {
      throw new Mismatch(
          "the records of " + expected.request().target() + ": " + ids(op, expected),
          ids(op, seen));
    }
  }

  private static String ids(Op op, Answer answer) {
    List<String> ids = Data.ids(op, answer.json());
    return ids.size() + " records " + ids.subList(0, Math.min(5, ids.size()));
  }

  private static void refused(Kit kit, Op op, List<String> row) throws Exception {
    Answer answer = kit.ask(op, row.get(3));
    int status = Integer.parseInt(row.get(4));
    JsonNode first = Kit.error(answer, status, row.get(5));
    for (JsonNode error : answer.json().path("errors")) {
      if (is(row.get(6), error.path("message")) && is(row.get(7), error.path("details"))) {
        return;
      }
    }
    throw new Mismatch(
        "message \"%s\" and details \"%s\"".formatted(row.get(6), row.get(7)), first.toString());
  }

  private static boolean is(String expected, JsonNode seen) {
    return switch (expected) {
      case "" -> true;
      case "(none)" -> seen.isMissingNode();
      case "(null)" -> seen.isNull();
      default -> seen.asText().equals(expected);
    };
  }
}
