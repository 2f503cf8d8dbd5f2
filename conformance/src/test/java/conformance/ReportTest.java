package conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import conformance.Outcome.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

  @TempDir Path directory;

  private static Outcome outcome(String name, Verdict verdict, String reason) {
    boolean failed = verdict == Verdict.FAIL;
    return new Outcome(
        Case.of(name, "x|y", () -> {}).section(),
        name,
        verdict,
        reason,
        failed ? "status 400" : "",
        failed ? "status 200" : "",
        failed ? List.of("curl -s \"http://x/y\"") : List.of());
  }

  @Test
  void report_countsAndExplains() throws Exception {
    Report report = new Report("http://x");
    report.add(outcome("CONTRACT 1.2: a|b", Verdict.PASS, ""));
    report.add(outcome("CONTRACT 1.3: c", Verdict.FAIL, ""));
    report.add(outcome("CONTRACT 4.1: d", Verdict.NOT_APPLICABLE, "no such data"));
    report.write(directory);

    String text = Files.readString(directory.resolve("conformance-report.md"));
    assertTrue(text.contains("| pass | 1 |\n| FAIL | 1 |\n| not applicable | 1 |"), text);
    assertTrue(text.contains("- expected: status 400\n- seen: status 200"), text);
    assertTrue(text.contains("      curl -s \"http://x/y\""), text);
    assertTrue(text.contains("not applicable: no such data"), text);
    assertTrue(text.contains("a\\|b"), text);
    JsonNode json =
        Json.read(Files.readString(directory.resolve("conformance-report.json")).strip());
    assertEquals(1, json.path("FAIL").asInt());
    assertEquals(3, json.path("cases").size());
  }

  @Test
  void section_isTheRowOfTheContractOrTheKindOfCase() {
    assertEquals("1.2", Case.of("1.2 region", "x", () -> {}).section());
    assertEquals("4.6", Case.of("4.6", "x", () -> {}).section());
    assertEquals("2", Case.of("2 #10", "x", () -> {}).section());
    assertEquals("PROBE", new Case("PROBE 3: x", () -> {}).section());
  }

  @Test
  void curlLine_hasNamesInPlaceOfSecrets() throws Exception {
    Wire wire = new Wire(List.of("http://127.0.0.1:1"));
    String token = wire.secret("Atza|0123456789", "BUSINESS_TOKEN");
    Request request = Request.post("/p?t=Atza%7C0123456789", "text/plain", "a \"b\"").as(token);
    try {
      wire.sendOnce(request);
    } catch (IOException e) {
      assertFalse(wire.remembered().isEmpty());
    }
    assertEquals(
        List.of(
            "curl -s -i -X POST -H \"Content-Type: text/plain\" -H \"x-amz-access-token:"
                + " $BUSINESS_TOKEN\" --data \"a \\\"b\\\"\" \"http://127.0.0.1:1/p?t=$BUSINESS_TOKEN\""),
        wire.remembered());
  }
}
