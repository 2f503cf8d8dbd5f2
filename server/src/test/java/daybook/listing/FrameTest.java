package daybook.listing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** How pieces become a body. */
final class FrameTest {

  private static final Frame ONE = Frame.of("{\"things\":[");
  private static final Frame TWO = Frame.of("{\"things\":[", List.of("{", ",\"lines\":"), "}");

  @Test
  void body_withoutRecordsIsHeadAndTail() {
    assertThat(text(ONE)).isEqualTo("{\"things\":[]}");
    assertThat(text(TWO)).isEqualTo("{\"things\":[]}");
  }

  @Test
  void body_ofWholeRecordsJoinsThemWithCommas() {
    assertThat(text(ONE, "{}")).isEqualTo("{\"things\":[{}]}");
    assertThat(text(ONE, "{}", "[]", "0")).isEqualTo("{\"things\":[{},[],0]}");
  }

  @Test
  void body_ofPartsPutsEachIntoItsPlace() {
    assertThat(text(TWO, "\"a\":1", "[2]")).isEqualTo("{\"things\":[{\"a\":1,\"lines\":[2]}]}");
    assertThat(text(TWO, "\"a\":1", "[2]", "\"a\":3", "[]"))
        .isEqualTo("{\"things\":[{\"a\":1,\"lines\":[2]},{\"a\":3,\"lines\":[]}]}");
  }

  @Property(tries = 100)
  void body_isWhatPlainJoiningGives(
      @ForAll @IntRange(min = 1, max = 5) int parts, @ForAll @IntRange(max = 120) int records) {
    List<String> before = new ArrayList<>();
    for (int part = 0; part < parts; part++) {
      before.add("<" + part + ">");
    }
    List<byte[]> pieces = new ArrayList<>();
    List<String> rows = new ArrayList<>();
    for (int record = 0; record < records; record++) {
      StringBuilder row = new StringBuilder();
      for (int part = 0; part < parts; part++) {
        String piece = record + "." + part + "\u20ac";
        pieces.add(piece.getBytes(UTF_8));
        row.append(before.get(part)).append(piece);
      }
      rows.add(row.append("</>").toString());
    }
    Frame frame = Frame.of("[", before, "</>");
    assertThat(frame.records(pieces)).isEqualTo(records);
    assertThat(text(frame, pieces, "]")).isEqualTo("[" + String.join(",", rows) + "]");
  }

  private static String text(Frame frame, String... pieces) {
    return text(frame, List.of(pieces).stream().map(s -> s.getBytes(UTF_8)).toList(), "]}");
  }

  private static String text(Frame frame, List<byte[]> pieces, String tail) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    frame.splice(pieces, tail).segments().forEach(bytes::writeBytes);
    return bytes.toString(UTF_8);
  }
}
