package conformance;

import conformance.Outcome.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What became of all cases, for people and for scripts. */
public final class Report {

  private final String target;
  private final List<Outcome> outcomes = new ArrayList<>();

  /** Begins a report about a target. */
  public Report(String target) {
    this.target = target;
  }

  /** Adds what became of a case. */
  public void add(Outcome outcome) {
    outcomes.add(outcome);
  }

  /** Returns the cases that ended in a certain way. */
  public List<Outcome> all(Verdict verdict) {
    return outcomes.stream().filter(outcome -> outcome.verdict() == verdict).toList();
  }

  /** Writes {@code conformance-report.md} and {@code conformance-report.json}. */
  public void write(Path directory) throws IOException {
    Files.createDirectories(directory);
    Files.writeString(directory.resolve("conformance-report.md"), markdown());
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("target", target);
    for (Verdict verdict : Verdict.values()) {
      json.put(verdict.name(), all(verdict).size());
    }
    json.put("cases", outcomes);
    Files.writeString(directory.resolve("conformance-report.json"), Json.pretty(json) + "\n");
  }

  /** Returns the report as Markdown. */
  public String markdown() {
    StringBuilder text = new StringBuilder("# Conformance report\n\n");
    text.append("Target: ").append(target).append("\n\n| cases | |\n|---|---|\n");
    for (Verdict verdict : Verdict.values()) {
      text.append("| %s | %d |\n".formatted(verdict, all(verdict).size()));
    }
    appendFailures(text);
    appendTable(text);
    return text.toString();
  }

  private void appendFailures(StringBuilder text) {
    List<Outcome> failures = all(Verdict.FAIL);
    if (failures.isEmpty()) {
      return;
    }
    text.append("\n## Failures\n");
    for (Outcome failure : failures) {
      text.append("\n### ").append(failure.name()).append("\n\n");
      if (failure.expected().isEmpty()) {
        text.append("- what happened: ").append(failure.reason()).append('\n');
      } else {
        text.append("- expected: ").append(failure.expected()).append('\n');
        text.append("- seen: ").append(failure.seen()).append('\n');
      }
      text.append("- the last requests:\n\n");
      failure.requests().forEach(request -> text.append("      ").append(request).append('\n'));
    }
  }

  private void appendTable(StringBuilder text) {
    text.append("\n## Cases\n\n| row | case | result |\n|---|---|---|\n");
    for (Outcome outcome : outcomes) {
      String result = outcome.verdict().toString();
      if (outcome.verdict() == Verdict.NOT_APPLICABLE) {
        result += ": " + outcome.reason();
      }
      text.append(
          "| %s | %s | %s |\n".formatted(outcome.section(), cell(outcome.name()), cell(result)));
    }
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("\n", " ");
  }
}
