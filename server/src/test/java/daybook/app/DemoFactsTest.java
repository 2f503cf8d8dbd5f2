package daybook.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import daybook.app.DemoFacts.AccountFacts;
import daybook.json.JsonProblem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoFactsTest {

  private static final DemoFacts FACTS =
      new DemoFacts(
          "http://127.0.0.1:8080",
          "client",
          "secret",
          List.of(
              new AccountFacts(
                  "acme",
                  "business",
                  "grant-1",
                  "Atzr|x",
                  List.of("Amazon Business Analytics"),
                  List.of("US", "UK"),
                  "2025-10-21T19:02:38Z",
                  "2026-11-21T15:08:37Z",
                  "PO/7 & more"),
              new AccountFacts(
                  "shop",
                  "seller",
                  "grant-2",
                  "Atzr|y",
                  List.of("Inventory and Order Tracking"),
                  List.of("ATVPDKIKX0DER", "A2EUQ1WTGCTBG2"),
                  "-",
                  "-",
                  "")));

  @Test
  void facts_areReadAsTheyWereWritten() {
    assertThat(DemoFacts.read(FACTS.toJson())).isEqualTo(FACTS);
  }

  @Test
  void facts_haveTheMembersThatScriptsRelyOn() {
    assertThat(new String(FACTS.toJson(), StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"baseUrl\":\"http://127.0.0.1:8080\",\"clientId\":\"client\","
                + "\"clientSecret\":\"secret\",\"accounts\":[{\"accountId\":\"acme\","
                + "\"kind\":\"business\",\"grantId\":\"grant-1\",\"refreshToken\":\"Atzr|x\","
                + "\"roles\":[\"Amazon Business Analytics\"],\"regions\":[\"US\",\"UK\"],"
                + "\"firstOrderDate\":\"2025-10-21T19:02:38Z\","
                + "\"lastOrderDate\":\"2026-11-21T15:08:37Z\","
                + "\"purchaseOrderNumber\":\"PO/7 & more\"},"
                + "{\"accountId\":\"shop\",\"kind\":\"seller\",\"grantId\":\"grant-2\","
                + "\"refreshToken\":\"Atzr|y\",\"roles\":[\"Inventory and Order Tracking\"],"
                + "\"marketplaceIds\":[\"ATVPDKIKX0DER\",\"A2EUQ1WTGCTBG2\"],"
                + "\"firstOrderDate\":\"-\",\"lastOrderDate\":\"-\"}]}");
  }

  @Test
  void accounts_knowWhatTheyAre() {
    assertThat(FACTS.accounts()).extracting(AccountFacts::isSeller).containsExactly(false, true);
    assertThat(FACTS.accounts()).extracting(AccountFacts::hasOrders).containsExactly(true, false);
  }

  @Test
  void servedAt_changesThePlaceAndNothingElse() {
    DemoFacts moved = FACTS.servedAt("http://127.0.0.1:9");

    assertThat(moved.baseUrl()).isEqualTo("http://127.0.0.1:9");
    assertThat(moved.servedAt(FACTS.baseUrl())).isEqualTo(FACTS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "{\"baseUrl\":1,\"clientId\":\"c\",\"clientSecret\":\"s\"}",
        "{\"baseUrl\":\"b\",\"clientId\":\"c\",\"clientSecret\":\"s\",\"accounts\":[{}]}"
      })
  void damagedFacts_areRefused(String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    assertThatExceptionOfType(JsonProblem.class).isThrownBy(() -> DemoFacts.read(bytes));
  }
}
