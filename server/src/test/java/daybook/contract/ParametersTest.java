package daybook.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What real clients write into a query string, and what is meant by it. */
final class ParametersTest {

  @Test
  void first_isTheFirstValueThatIsSet() {
    assertThat(query("region", "", " ", "US", "CA").first("region")).contains("US");
  }

  @Test
  void first_isEmptyWhenOnlyEmptyValuesWereSent() {
    assertThat(query("region", "", "  ").first("region")).isEmpty();
  }

  @Test
  void first_isCaseSensitiveInNames() {
    assertThat(query("Region", "US").first("region")).isEmpty();
  }

  @Test
  void first_takesTheFirstAliasThatIsSet() {
    assertThat(query("pageToken", "abc").first("nextPageToken", "pageToken")).contains("abc");
  }

  @Test
  void list_joinsCommasAndRepetition() {
    assertThat(query("orderStatuses", "CLOSED, PENDING", "CANCELLED").list("orderStatuses"))
        .containsExactly("CLOSED", "PENDING", "CANCELLED");
  }

  @Test
  void list_skipsEmptyItems() {
    assertThat(query("orderStatuses", ",CLOSED,,").list("orderStatuses")).containsExactly("CLOSED");
  }

  @Test
  void list_takesNamesWithBrackets() {
    Map<String, List<String>> sent = new LinkedHashMap<>();
    sent.put("orderStatuses[]", List.of("CLOSED"));
    sent.put("orderStatuses[1]", List.of("PENDING"));
    assertThat(new Parameters(sent, Map.of()).list("orderStatuses"))
        .containsExactly("CLOSED", "PENDING");
  }

  @Test
  void value_withASecondQuestionMarkIsSplitThere() {
    Parameters parameters =
        query("feedEndDate", "2024-04-24T00:00:00Z?nextPageToken=token123?region=US");
    assertThat(parameters.first("feedEndDate")).contains("2024-04-24T00:00:00Z");
    assertThat(parameters.first("nextPageToken")).contains("token123");
    assertThat(parameters.first("region")).contains("US");
  }

  @Test
  void value_withAQuestionMarkThatNamesNothingStaysWhole() {
    assertThat(query("q", "a?=b").first("q")).contains("a?=b");
    assertThat(query("q", "why?").first("q")).contains("why?");
    assertThat(query("q", "a?b-c=d").first("q")).contains("a?b-c=d");
  }

  @Test
  void path_isEmptyForANameThePathLacks() {
    assertThat(query("a", "b").path("orderId")).isEmpty();
  }

  @Test
  void path_isGivenAsItIs() {
    assertThat(new Parameters(Map.of(), Map.of("orderId", " 1/2 ")).path("orderId"))
        .isEqualTo(" 1/2 ");
  }

  private static Parameters query(String name, String... values) {
    return new Parameters(Map.of(name, List.of(values)), Map.of());
  }
}
