package daybook.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableTest {

  @Test
  void columns_areAsWideAsTheirWidestCell() {
    Table table = new Table("ID", "KIND", "NAME");
    table.row(List.of("acme", "business", "Acme Ltd"));
    table.row(List.of("x", "seller", "X"));

    assertThat(printed(table).lines())
        .containsExactly("ID    KIND      NAME", "acme  business  Acme Ltd", "x     seller    X");
  }

  @Test
  void tableWithoutRows_isASentence() {
    assertThat(printed(new Table("ID"))).isEqualToIgnoringNewLines("nothing yet");
  }

  @ParameterizedTest
  @CsvSource({"0, 0 orders", "1, 1 order", "2, 2 orders", "1000000, 1000000 orders"})
  void count_followsItsNumber(long number, String text) {
    assertThat(Arguments.count(number, "order")).isEqualTo(text);
  }

  private static String printed(Table table) {
    StringWriter out = new StringWriter();
    table.print(new PrintWriter(out, true), "nothing yet");
    return out.toString();
  }
}
