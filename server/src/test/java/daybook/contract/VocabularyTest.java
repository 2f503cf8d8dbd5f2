package daybook.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import daybook.domain.Money;
import daybook.json.Json;
import daybook.json.JsonObject;
import daybook.json.JsonProblem;
import daybook.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class VocabularyTest {

  @ParameterizedTest
  @EnumSource
  void role_isReadByTitleAndByName(Role role) {
    assertThat(Role.parse(role.title())).contains(role);
    assertThat(Role.parse(role.title().toUpperCase(Locale.ROOT))).contains(role);
    assertThat(Role.parse(role.name())).contains(role);
    assertThat(Role.parse(role.name().toLowerCase(Locale.ROOT).replace('_', '-'))).contains(role);
  }

  @ParameterizedTest
  @CsvSource({
    "AMAZON_BUSINESS_ANALYTICS, Amazon Business Analytics",
    "BUSINESS_PURCHASE_RECONCILIATION, Business Purchase Reconciliation",
    "INVENTORY_AND_ORDER_TRACKING, Inventory and Order Tracking",
    "DIRECT_TO_CONSUMER_SHIPPING, Direct to Consumer Shipping (Restricted)",
    "TAX_INVOICING, Tax Invoicing (Restricted)",
    "TAX_REMITTANCE, Tax Remittance (Restricted)"
  })
  void role_hasTheTitleOfTheContract(Role role, String title) {
    assertThat(role.title()).isEqualTo(title);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Analytics", "Amazon Business", "admin"})
  void role_ofNoKnownNameIsNothing(String text) {
    assertThat(Role.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0, 10", "-1, 10", "0.5, 0", "0.5, -3"})
  void usagePlan_thatNeverLetsACallThroughIsRefused(String rate, int burst) {
    assertThatIllegalArgumentException().isThrownBy(() -> UsagePlan.of(rate, burst));
  }

  @Test
  void body_isAsLongAsItsSegments() {
    Body body = new Body(List.of(new byte[3], new byte[0], new byte[4]));

    assertThat(body.length()).isEqualTo(7);
    assertThat(new Body(List.of()).length()).isZero();
  }

  @Test
  void body_isOfAGoodAnswerUnlessItSaysOtherwise() {
    assertThat(new Body(List.of()).status()).isEqualTo(200);
    assertThat(new Body(404, List.of()).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({"GET, false", "POST, true", "PUT, true", "DELETE, true"})
  void operation_takesABodyUnlessItIsAskedWithGet(String method, boolean takesBody) {
    UsagePlan plan = UsagePlan.of("1", 1);
    OperationSpec spec = new OperationSpec("id", method, "/p", "x", null, plan, Dialect.SP_API);

    assertThat(spec.takesBody()).isEqualTo(takesBody);
    assertThat(
            new OperationSpec("id", "/p", "x", Role.TAX_REMITTANCE, plan, Dialect.SP_API).method())
        .isEqualTo("GET");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.0",
    "0.00, 0.0",
    "2.65, 2.65",
    "1.10, 1.1",
    "11.740, 11.74",
    "-50, -50.0",
    "-50.00, -50.0",
    "1200, 1200.0",
    "999999999999.999999, 999999999999.999999"
  })
  void amountOf2025_isPrintedLikeADouble(String amount, String printed) {
    JsonWriter json = new JsonWriter().object();
    WireMoney.writeNumber(json, "amount", Money.of("USD", amount));

    assertThat(text(json.endObject()))
        .isEqualTo("{\"amount\":{\"currencyCode\":\"USD\",\"amount\":" + printed + "}}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"35.00", "20.0", "0", "-7.50", "0.0825"})
  void amountOf2021_isPrintedAsItCame(String amount) {
    JsonWriter json = new JsonWriter().object();
    WireMoney.writeText(json, "sum", Money.of("EUR", amount));
    WireMoney.writeText(json, "none", null);

    assertThat(text(json.endObject()))
        .isEqualTo(
            "{\"sum\":{\"currencyCode\":\"EUR\",\"amount\":\"" + amount + "\"},\"none\":null}");
  }

  @ParameterizedTest
  @CsvSource({"2.65, 2.65", "'\"35.00\"', 35.00", "'\" 1.5 \"', 1.5", "7, 7", "-0.0, 0.0"})
  void money_isReadFromNumberAndString(String json, String amount) {
    assertThat(
            WireMoney.read(
                object("{\"m\":{\"currencyCode\":\"USD\",\"amount\":" + json + "}}"), "m"))
        .isEqualTo(Money.of("USD", amount));
  }

  @Test
  void money_thatIsNotThereIsUnknown() {
    assertThat(WireMoney.read(object("{}"), "m")).isNull();
    assertThat(WireMoney.read(object("{\"m\":null}"), "m")).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"m\":7} | m: expected an object",
        "{\"m\":{}} | m.currencyCode: is missing",
        "{\"m\":{\"currencyCode\":\"USD\"}} | m.amount: is missing",
        "{\"m\":{\"currencyCode\":\"USD\",\"amount\":null}} | m.amount: is missing",
        "{\"m\":{\"currencyCode\":\"USD\",\"amount\":\"a lot\"}} | m.amount: expected a number",
        "{\"m\":{\"currencyCode\":\"USD\",\"amount\":1e99}} | more than 12 digits",
        "{\"m\":{\"currencyCode\":\"USD\",\"amount\":0.0000001}} | more than 6 decimals",
        "{\"m\":{\"currencyCode\":\"XQX\",\"amount\":1}} | unknown currency 'XQX'",
        "{\"m\":{\"currencyCode\":5,\"amount\":1}} | m.currencyCode: expected a string"
      })
  void money_thatIsNoneIsNamedWithItsReason(String json, String message) {
    JsonObject object = object(json);
    assertThatExceptionOfType(JsonProblem.class)
        .isThrownBy(() -> WireMoney.read(object, "m"))
        .withMessageContaining(message);
  }

  private static JsonObject object(String json) {
    return Json.readObject(json.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(JsonWriter json) {
    return new String(json.toBytes(), StandardCharsets.UTF_8);
  }
}
