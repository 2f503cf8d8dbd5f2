package conformance;

import com.fasterxml.jackson.databind.JsonNode;
import conformance.FieldRule.Presence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * The table of fields: for each kind of object its members, in the order in which they are written.
 *
 * <p>A heading {@code [1.2 OrderMetadata] orderReports at orderMetadata} names the row of the
 * contract, the records, and where in each record such objects stand (several paths with commas);
 * with {@code in order} at its end, the order of members counts. The lines below it are a member
 * each: name, presence, type.
 */
public final class FieldTable {

  private FieldTable() {}

  /** Returns the cases of a resource, one for each member and one for the set of each object. */
  public static List<Case> cases(String resource, Function<String, List<JsonNode>> records) {
    List<Case> cases = new ArrayList<>();
    List<String> lines = Table.lines(resource);
    for (int i = 0; i < lines.size(); ) {
      String heading = lines.get(i);
      List<FieldRule> rules = new ArrayList<>();
      for (i++; i < lines.size() && !lines.get(i).startsWith("["); i++) {
        rules.add(rule(lines.get(i)));
      }
      add(cases, heading, rules, records);
    }
    return cases;
  }

  private static FieldRule rule(String line) {
    String[] cells = line.strip().split("\\s+", 3);
    return new FieldRule(
        cells[0],
        Presence.valueOf(cells[1].toUpperCase(Locale.ROOT)),
        ValueType.parse(cells[2].strip()));
  }

  private static void add(
      List<Case> cases,
      String heading,
      List<FieldRule> rules,
      Function<String, List<JsonNode>> records) {
    String row = heading.substring(1, heading.indexOf(']'));
    boolean ordered = heading.endsWith(" in order");
    String place = heading.substring(heading.indexOf(']') + 1).replace(" in order", "").strip();
    String[] where = place.split(" at ", 2);
    String[] paths = where[1].split(", *", -1);
    for (FieldRule rule : rules) {
      cases.add(
          Case.of(
              row + "." + rule.name(),
              rule.promise(),
              () -> rule.check(objects(records.apply(where[0]), paths))));
    }
    List<String> names = rules.stream().map(FieldRule::name).toList();
    cases.add(
        Case.of(
            row,
            ordered ? "no other members, and these in order" : "no other members",
            () -> checkNames(names, ordered, objects(records.apply(where[0]), paths))));
  }

  private static List<JsonNode> objects(List<JsonNode> records, String... paths) {
    List<JsonNode> objects = new ArrayList<>();
    for (String path : paths) {
      records.forEach(entry -> objects.addAll(Json.all(entry, path)));
    }
    return objects;
  }

  private static void checkNames(List<String> names, boolean ordered, List<JsonNode> objects) {
    if (objects.isEmpty()) {
      throw new NotApplicable("no such data: no such object");
    }
    for (JsonNode object : objects) {
      List<String> seen = Answer.names(object);
      Mismatch.unless(names.containsAll(seen), "only members of " + names, seen);
      List<String> expected = names.stream().filter(seen::contains).toList();
      Mismatch.unless(!ordered || seen.equals(expected), "members in the order " + expected, seen);
    }
  }
}
