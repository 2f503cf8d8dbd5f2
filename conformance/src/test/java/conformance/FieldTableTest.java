package conformance;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldTableTest {

  private static final String GOOD = "{\"lines\":[{\"id\":\"1\",\"note\":null,\"next\":null}]}";

  private static void run(String promise, String... records) throws Exception {
    List<JsonNode> nodes = List.of(records).stream().map(Json::read).toList();
    for (Case each : FieldTable.cases("/engine/fields.txt", name -> nodes)) {
      if (each.name().contains(promise)) {
        each.body().run();
        return;
      }
    }
    throw new AssertionError("no case " + promise);
  }

  @Test
  void table_makesACasePerMemberAndOneForTheirSet() {
    List<Case> cases = FieldTable.cases("/engine/fields.txt", name -> List.of());
    assertEquals(5, cases.size());
    assertEquals("9.9", cases.get(0).section());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Line.id", "Line.next", "Line: no other members"})
  void goodRecord_passes(String promise) {
    assertDoesNotThrow(() -> run(promise, GOOD));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"lines\":[{\"note\":null}]}",
        "{\"lines\":[{\"id\":null}]}",
        "{\"lines\":[{\"id\":1}]}",
      })
  void memberThatIsAlwaysThere_fails(String record) {
    assertThrows(Mismatch.class, () -> run("Line.id", record));
  }

  @Test
  void nullableMember_hasToBeThere() {
    assertThrows(Mismatch.class, () -> run("Line.note", "{\"lines\":[{\"id\":\"1\"}]}"));
    assertDoesNotThrow(() -> run("Line.note", "{\"lines\":[{\"note\":\"x\"},{\"note\":null}]}"));
  }

  @Test
  void optionalMember_isNeverNull() {
    assertThrows(Mismatch.class, () -> run("Line.more", "{\"lines\":[{\"more\":null}]}"));
    assertDoesNotThrow(() -> run("Line.more", "{\"lines\":[{\"more\":\"x\"},{}]}"));
  }

  @Test
  void memberThatIsAlwaysNull_hasNoValue() {
    assertThrows(Mismatch.class, () -> run("Line.next", "{\"lines\":[{\"next\":\"x\"}]}"));
  }

  @Test
  void unknownOrDisorderedMembers_fail() {
    assertThrows(Mismatch.class, () -> run("no other", "{\"lines\":[{\"id\":\"1\",\"x\":1}]}"));
    assertThrows(
        Mismatch.class, () -> run("no other", "{\"lines\":[{\"next\":null,\"id\":\"1\"}]}"));
  }

  @Test
  void noData_isNotApplicable() {
    assertThrows(NotApplicable.class, () -> run("Line.id", "{\"lines\":[]}"));
    assertThrows(NotApplicable.class, () -> run("Line.more", "{\"lines\":[{}]}"));
    assertThrows(NotApplicable.class, () -> run("no other", "{}"));
  }
}
