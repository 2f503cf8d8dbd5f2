package daybook.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonRecordsTest {

  /** Everything a reader found, one line each: what, where, and the record's name or the reason. */
  private static final class Log implements JsonSink {

    private final List<String> lines = new ArrayList<>();

    @Override
    public void record(JsonRecord found) {
      String envelope = found.envelope() == null ? "" : " in " + found.envelope();
      lines.add(found.object().optText("id") + at(found.place()) + envelope);
    }

    @Override
    public void refused(JsonPlace place, String reason) {
      lines.add("refused" + at(place) + " " + reason);
    }

    @Override
    public void broken(JsonPlace place, String reason) {
      lines.add("broken" + at(place) + " " + reason);
    }

    private static String at(JsonPlace place) {
      return "@" + place.line() + ":" + place.column();
    }
  }

  @Test
  void records_standByThemselves() {
    assertThat(read("{'id':'a'}")).containsExactly("a@1:1");
    assertThat(read("  {'id':'a'} {'id':'b'}{'id':'c'}"))
        .containsExactly("a@1:3", "b@1:14", "c@1:24");
  }

  @Test
  void records_standOneALine() {
    assertThat(read("{'id':'a'}\n\n  {'id':'b'}\r\n{'id':'c'}"))
        .containsExactly("a@1:1", "b@3:3", "c@4:1");
  }

  @Test
  void records_standInArrays() {
    assertThat(read("[{'id':'a'},{'id':'b'}]")).containsExactly("a@1:2", "b@1:13");
    assertThat(read("[\n {'id':'a'},\n {'id':'b'}\n]\n[{'id':'c'}]"))
        .containsExactly("a@2:2", "b@3:2", "c@5:2");
  }

  @Test
  void records_standInPages() {
    assertThat(read("{'size':2,'rows':[{'id':'a'},{'id':'b'}],'nextPageToken':null}"))
        .containsExactly("a@1:19 in rows", "b@1:30 in rows");
    assertThat(read("{'rows':[],'size':0}")).isEmpty();
  }

  @Test
  void records_standInPagesOneALine() {
    assertThat(read("{'rows':[{'id':'a'}]}\n{'list':[{'id':'b'}]}\n{'rows':[]}\n"))
        .containsExactly("a@1:10 in rows", "b@2:10 in list");
  }

  @Test
  void records_standInPrettyPages() {
    String page = "{\n  'rows': [\n    {\n      'id': 'a'\n    }\n  ],\n  'size': 1\n}\n";
    assertThat(read(page + page)).containsExactly("a@3:5 in rows", "a@11:5 in rows");
  }

  @Test
  void records_standInPagesWithOneRecordALine() {
    assertThat(read("{'rows':[\n{'id':'a'},\n{'id':'b'}\n],'size':2}"))
        .containsExactly("a@2:1 in rows", "b@3:1 in rows");
    assertThat(read("{'rows':[\n{'id':'a'}\n],'size':1}")).containsExactly("a@2:1 in rows");
  }

  @Test
  void records_standInListsOfPages() {
    assertThat(read("[{'rows':[{'id':'a'}]},\n{'rows':[{'id':'b'}]}]"))
        .containsExactly("a@1:11 in rows", "b@2:10 in rows");
  }

  @Test
  void records_standInWrappedPages() {
    assertThat(read("{'status':200,'body':{'deep':[1,{'rows':[{'id':'a'}]}]},'x':{'y':[]}}"))
        .containsExactly("a@1:42 in rows");
  }

  @Test
  void records_ofACompactAndAPrettyPage() {
    assertThat(read("{'rows':[{'id':'a'}]}\n{\n 'rows': [\n  {'id':'b'}\n ]\n}"))
        .containsExactly("a@1:10 in rows", "b@4:3 in rows");
  }

  @Test
  void anEnvelopeThatIsNoList_isAMember() {
    assertThat(read("{'id':'a','rows':'many'}")).containsExactly("a@1:1");
    assertThat(read("{'id':'a','rows':{'x':1}}")).containsExactly("a@1:1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\n", " \r\n\t"})
  void nothing_isCountedAsNothing(String text) {
    Log log = new Log();
    assertThat(new JsonRecords(Set.of(), 1000).read(stream(text), log)).isZero();
    assertThat(log.lines).isEmpty();
  }

  @Test
  void values_areCounted() {
    assertThat(new JsonRecords(Set.of("rows"), 1000).read(stream("{\"rows\":[]}[]"), new Log()))
        .isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'text' | refused@1:1 expected an order, found 'text'",
        "42 | refused@1:1 expected an order, found 42",
        "null | refused@1:1 expected an order, found null",
        "[7,{'id':'a'}] | refused@1:2 expected an order, found 7; a@1:4",
        "{'rows':[false]} | refused@1:10 expected an order, found false",
        "{'id':'a','id':'b'} | refused@1:1 the member 'id' is there twice",
        "{'x':{'y':1,'y':1}} {'id':'a'} | refused@1:1 the member 'y' is there twice; a@1:21",
        "{'x':'\\ud800'} | refused@1:1 half a character in the text '?'",
      })
  void values_thatAreNoRecords_areRefused(String text, String log) {
    assertThat(read(text)).containsExactly(log.split("; "));
  }

  @Test
  void wholeCharacters_areTaken() {
    assertThat(read("{'id':'\\ud83d\\ude00'}")).containsExactly("\uD83D\uDE00@1:1");
  }

  @Test
  void aBrokenLine_losesNoOther() {
    assertThat(read("{'id':'a'}\n{'id':'b'\n{'id':'c'}\n{'id':}\n{'id':'e'}"))
        .containsExactly(
            "a@1:1",
            "refused@2:10 broken JSON: it ends in the middle of a value",
            "c@3:1",
            "refused@4:7 broken JSON: Unexpected character ('}' (code 125)): expected a value",
            "e@5:1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'id':",
        "{'id':'x",
        "{'id':'x',",
        "rubbish",
        "{'a':[",
        "HTTP/1.1 200 OK",
        "]",
        "'"
      })
  void aBrokenFirstLine_losesNoOther(String first) {
    List<String> log = read(first + "\n{'id':'b'}\n{'id':'c'}\n");
    assertThat(log).hasSize(3).endsWith("b@2:1", "c@3:1");
    assertThat(log.get(0)).startsWith("refused@1:");
  }

  @Test
  void aLineThatBreaks_keepsWhatCameBefore() {
    assertThat(read("{'rows':[{'id':'a'},{'id':'b'},{'id'\n{'rows':[{'id':'c'}]}\n{'id':'d'}"))
        .satisfiesExactly(
            line -> assertThat(line).startsWith("a@1"),
            line -> assertThat(line).startsWith("b@1"),
            line -> assertThat(line).startsWith("refused@1:"),
            line -> assertThat(line).startsWith("c@2"),
            line -> assertThat(line).startsWith("d@3"));
  }

  @Test
  void aPageThatBreaks_keepsWhatCameBefore() {
    assertThat(read("{\n 'rows': [\n  {'id':'a'},\n  {'id':'b'},\n  {'id'='c'},\n  {'id':'d'}\n]}"))
        .satisfiesExactly(
            line -> assertThat(line).isEqualTo("a@3:3 in rows"),
            line -> assertThat(line).isEqualTo("b@4:3 in rows"),
            line -> assertThat(line).startsWith("broken@5:8 broken JSON: Unexpected character"));
  }

  @Test
  void aPageThatEnds_keepsWhatCameBefore() {
    assertThat(read("{\n 'rows': [\n  {'id':'a'},\n"))
        .containsExactly(
            "a@3:3 in rows", "broken@4:1 broken JSON: it ends in the middle of a value");
  }

  @Test
  void bytesThatAreNotUtf8_areSaidToBe() {
    byte[] latin = "{\"id\":\"Fa\u00e7ade\"}\n{\"id\":\"b\"}".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(read(new ByteArrayInputStream(latin), 1000))
        .containsExactly("refused@1:12 not UTF-8: Invalid UTF-8 middle byte 0x61", "b@2:1");
  }

  @Test
  void aRecordThatIsTooLarge_isRefusedAndReadingGoesOn() {
    String large = "{'id':'a','x':['" + "y".repeat(50_000) + "']}";
    assertThat(read(stream(json("[" + large + ",{'id':'b'}," + large + "]")), 20_000))
        .satisfiesExactly(
            line ->
                assertThat(line).isEqualTo("refused@1:2 larger than any order: over 20000 bytes"),
            line -> assertThat(line).startsWith("b@1"),
            line -> assertThat(line).startsWith("refused@1"));
  }

  @Test
  void aPageLargerThanAnyRecord_isRead() {
    StringBuilder page = new StringBuilder("{'note':'" + "z".repeat(50_000) + "','rows':[");
    for (int i = 0; i < 1000; i++) {
      page.append(i == 0 ? "" : ",").append("{'id':'").append(i).append("'}");
    }
    assertThat(read(stream(json(page + "]}")), 20_000)).hasSize(1000);
  }

  @Test
  void aRecordOfTooManyValues_isRefused() {
    String many = "{'x':[" + "1,".repeat(260_000) + "1]}";
    assertThat(read(stream(json(many)), 10_000_000))
        .containsExactly("refused@1:1 larger than any order: over 10000000 bytes");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "[ | 100 | larger than anything in an order: Document nesting depth (65)",
        "1 | 200 | larger than anything in an order: Number value length (200)",
      })
  void whatIsTooDeepOrLong_isRefused(String part, int times, String reason) {
    assertThat(read("{'id':'a'}\n" + "{'x':" + part.repeat(times) + "\n{'id':'b'}"))
        .satisfiesExactly(
            line -> assertThat(line).isEqualTo("a@1:1"),
            line -> assertThat(line).startsWith("refused@2:").contains(reason),
            line -> assertThat(line).isEqualTo("b@3:1"));
  }

  @Test
  void aLineOfAMegabyte_isFollowedByTheNext() {
    String rubbish = "{" + "x".repeat(3 << 20);
    assertThat(read(rubbish + "\n{'id':'b'}"))
        .satisfiesExactly(
            line -> assertThat(line).startsWith("refused@1:2 broken JSON"),
            line -> assertThat(line).isEqualTo("b@2:1"));
  }

  @Test
  void aListOfLongPages_isReadAcrossItsLines() {
    String note = "z".repeat(2 << 20).replaceAll("z{100000}", "$0','zz','");
    String page = "{'note':['" + note + "'],'rows':[{'id':'a'}]}";
    assertThat(read(stream(json("[" + page + ",\n" + page + "]")), 1000)).hasSize(2);
  }

  @Test
  void aSourceThatFails_isReadUpToThere() {
    InputStream failing =
        new SequenceInputStream(
            stream(json("{'id':'a'}\n{'id':'b'}\n{'id':")),
            new InputStream() {
              @Override
              public int read() throws IOException {
                throw new IOException("the disk is on fire");
              }

              @Override
              public int read(byte[] target, int offset, int length) throws IOException {
                throw new IOException("the disk is on fire");
              }
            });
    assertThat(read(failing, 1000))
        .containsExactly("a@1:1", "b@2:1", "broken@3:1 the disk is on fire");
  }

  @Provide
  Arbitrary<List<Integer>> lengths() {
    return Arbitraries.integers().between(0, 40_000).list().ofMinSize(1).ofMaxSize(40);
  }

  /** Records of every length fall on every side of every buffer. */
  @Property(tries = 25)
  void records_areFoundWhateverTheirLength(@ForAll("lengths") List<Integer> lengths) {
    for (String layout : new String[] {"%s\n", " %s", "{'rows':[%s]}\n"}) {
      StringBuilder text = new StringBuilder();
      List<String> ids = new ArrayList<>();
      for (int length : lengths) {
        String id = ids.size() + "-" + "i".repeat(length);
        ids.add(id);
        text.append(String.format(layout.replace('\'', '"'), "{\"id\":\"" + id + "\"}"));
      }
      assertThat(read(stream(text.toString()), 1_000_000))
          .extracting(line -> line.substring(0, line.indexOf('@')))
          .isEqualTo(ids);
    }
  }

  private static List<String> read(String text) {
    return read(stream(json(text)), 1_000_000);
  }

  private static List<String> read(InputStream in, long maxBytes) {
    Log log = new Log();
    new JsonRecords(Set.of("rows", "list"), maxBytes).read(in, log);
    return log.lines;
  }

  private static String json(String text) {
    return text.replace('\'', '"');
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
