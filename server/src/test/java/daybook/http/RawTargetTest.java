package daybook.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import daybook.http.RawTarget.UnreadableException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a target is taken apart and decoded. */
final class RawTargetTest {

  @Test
  void path_isSplitBeforeItIsDecoded() throws UnreadableException {
    assertThat(RawTarget.parse("/a%2Fb/c%20d+e/;x").path())
        .containsExactly("", "a/b", "c d+e", ";x");
  }

  @Test
  void path_losesOneSlashAtItsEnd() throws UnreadableException {
    assertThat(RawTarget.parse("/a/?b").path()).containsExactly("", "a");
    assertThat(RawTarget.parse("/a//").path()).containsExactly("", "a", "");
    assertThat(RawTarget.parse("/").path()).containsExactly("", "");
  }

  @Test
  void query_keepsOrderAndRepetition() throws UnreadableException {
    Map<String, List<String>> query = RawTarget.parse("/?b=2&a=1&b=3&c&=x&&d=").query();
    assertThat(query.keySet()).containsExactly("b", "a", "c", "d");
    assertThat(query)
        .containsEntry("b", List.of("2", "3"))
        .containsEntry("a", List.of("1"))
        .containsEntry("c", List.of(""))
        .containsEntry("d", List.of(""));
  }

  @Test
  void query_isDecoded() throws UnreadableException {
    assertThat(RawTarget.parse("/?%61%3d=1%2B1+%C3%84%E2%82%ac=?&b=\u00c3\u0084").query())
        .isEqualTo(Map.of("a=", List.of("1+1 \u00c4\u20ac=?"), "b", List.of("\u00c4")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/%", "/%2", "/%2g", "/%-1", "/?a=%", "/?%zz", "/?a=%ff", "/?a=%c3%28", "/\u00ff"})
  void target_thatCannotBeDecodedIsRefused(String target) {
    assertThatThrownBy(() -> RawTarget.parse(target)).isInstanceOf(UnreadableException.class);
  }
}
