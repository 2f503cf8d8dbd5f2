package daybook.listing;

import static daybook.listing.Requests.NOW;
import static daybook.listing.Requests.messages;
import static org.assertj.core.api.Assertions.assertThat;

import daybook.contract.Dialect;
import daybook.contract.Fault;
import daybook.contract.OperationRequest;
import daybook.contract.OperationSpec;
import daybook.contract.PageToken;
import daybook.contract.Parsed;
import daybook.contract.Role;
import daybook.contract.UsagePlan;
import daybook.domain.OrderStatus;
import daybook.store.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How parameters are read, and how what is wrong with them is worded. */
final class ReadingTest {

  private static final OperationSpec SPEC =
      new OperationSpec(
          "getThings",
          "/things",
          "CONTRACT 0",
          Role.AMAZON_BUSINESS_ANALYTICS,
          UsagePlan.of("1", 1),
          Dialect.BUSINESS_2021);
  private static final Position LAST = new Position(NOW.minusSeconds(60), "114-1");
  private static final Conditions BEFORE = Conditions.of(Map.of("a", "1", "b", "2"));
  private static final Known<OrderStatus> STATUSES =
      Known.of(OrderStatus.values(), OrderStatus::parse);

  @Test
  void date_isReadOrRefused() {
    assertThat(read("d=2025-01-01").date("d")).isEqualTo(Instant.parse("2025-01-01T00:00:00Z"));
    assertThat(read("d=").date("d")).isNull();
    Reading reading = read("d=soon");
    assertThat(reading.date("d")).isNull();
    assertThat(faults(reading)).extracting(Fault::reason).containsExactly("d is no date: soon");
  }

  @Test
  void requiredDate_isMissedOnce() {
    Reading reading = read("e=2025-01-01", "f=soon");
    assertThat(reading.requiredDate("d")).isNull();
    assertThat(reading.requiredDate("e")).isNotNull();
    assertThat(reading.requiredDate("f")).isNull();
    assertThat(faults(reading))
        .extracting(Fault::reason)
        .containsExactly("d is missing", "f is no date: soon");
  }

  @ParameterizedTest(name = "CONTRACT 2 #19: {0} is {1}")
  @CsvSource({
    "true,true",
    "True,true",
    "TRUE,true",
    "tRuE,true",
    "1,true",
    "' true ',true",
    "false,false",
    "False,false",
    "FALSE,false",
    "0,false",
    "' 0 ',false"
  })
  void flag_isReadInEverySpelling(String sent, boolean meant) {
    Reading reading = read("f=" + sent);
    assertThat(reading.flag("f")).isEqualTo(meant);
    assertThat(accepted(reading)).isTrue();
  }

  @ParameterizedTest(name = "CONTRACT 2 #19: {0} is no boolean")
  @ValueSource(strings = {"yes", "no", "2", "-1", "t", "truefalse", "null", "on", "01", "1.0"})
  void flag_thatIsAnythingElseIsRefused(String sent) {
    Reading reading = read("f=" + sent);
    assertThat(reading.flag("f")).isNull();
    assertThat(messages(faults(reading)))
        .containsExactly("The parameter f is not a boolean value.");
  }

  @Test
  void flag_thatIsNotSetIsNull() {
    Reading reading = read("f=");
    assertThat(reading.flag("f")).isNull();
    assertThat(accepted(reading)).isTrue();
  }

  @ParameterizedTest(name = "{0} is an integer from 1 to 100")
  @CsvSource({"1,1", "100,100", "+7,7", "007,7"})
  void integer_ofTheRangeIsRead(String sent, int meant) {
    assertThat(read("n=" + sent).integer("n", 1, 100)).isEqualTo(meant);
  }

  @ParameterizedTest(name = "{0} is no integer from 1 to 100")
  @ValueSource(strings = {"0", "101", "-1", "1.0", "x", "99999999999999999999", "1e2"})
  void integer_outOfTheRangeIsRefused(String sent) {
    Reading reading = read("n=" + sent);
    assertThat(reading.integer("n", 1, 100)).isNull();
    assertThat(faults(reading))
        .containsExactly(
            new Fault.BadParameter(
                "The parameter n is not an integer of its range.",
                "Please provide an integer from 1 to 100 in n.",
                "n is no integer from 1 to 100: " + sent));
    assertThat(read("n=").integer("n", 1, 100)).isNull();
  }

  @Test
  void known_readsOneValue() {
    assertThat(read("s=Pending Approval").known("s", STATUSES))
        .isEqualTo(OrderStatus.PENDING_APPROVAL);
    assertThat(read("t=x").known("s", STATUSES)).isNull();
    Reading reading = read("s=LOST");
    assertThat(reading.known("s", STATUSES)).isNull();
    assertThat(((Fault.BadParameter) faults(reading).get(0)).details())
        .isEqualTo(
            "Please provide only values of PENDING_APPROVAL, PAYMENT_CONFIRMED,"
                + " PENDING_FULFILLMENT, PENDING, CANCELLED, CLOSED in s.");
  }

  @Test
  void allKnown_readsAListAscendingAndNamesEachStranger() {
    Reading reading = read("s=CLOSED,LOST,PENDING", "s=closed,,FOUND");
    assertThat(reading.allKnown("s", STATUSES))
        .containsExactly(OrderStatus.PENDING, OrderStatus.CLOSED);
    assertThat(faults(reading))
        .extracting(Fault::reason)
        .containsExactly("s has the unknown value LOST", "s has the unknown value FOUND");
    assertThat(read().allKnown("s", STATUSES)).isEmpty();
  }

  @Test
  void texts_areReadAsTheyAre() {
    Reading reading = read("t=a,b", "t=c", "u=x");
    assertThat(reading.texts("t")).containsExactly("a", "b", "c");
    assertThat(reading.texts("u")).containsExactly("x");
    assertThat(reading.text("u")).isEqualTo("x");
    assertThat(reading.text("v")).isNull();
    assertThat(reading.isSet("u")).isTrue();
    assertThat(reading.isSet("v")).isFalse();
  }

  @Test
  void token_thatIsGoodGoesOn() {
    for (String name : List.of("token", "alias")) {
      Reading reading = read(name + "=" + sealed());
      assertThat(reading.continues()).isTrue();
      assertThat(reading.continued(SPEC)).contains(new Listing(BEFORE, NOW, LAST));
      assertThat(accepted(reading)).isTrue();
    }
  }

  @Test
  void token_thatIsNotSetIsTheFirstPage() {
    Reading reading = read("token=", "other=" + sealed());
    assertThat(reading.continues()).isFalse();
    assertThat(reading.continued(SPEC)).isEmpty();
    assertThat(accepted(reading)).isTrue();
  }

  @Test
  void token_thatIsBadIsWordedTheSameWhateverTheCause() {
    OperationRequest late =
        Requests.request(NOW.plus(Duration.ofHours(25)), Map.of(), "token=" + sealed());
    OperationRequest rival =
        Requests.request(Requests.caller("rival"), NOW, Map.of(), "token=" + sealed());
    for (OperationRequest request : List.of(late, rival, Requests.query("token=x"))) {
      Reading reading = new Reading(request, BusinessWording.OF_2025, "token");
      assertThat(reading.continues()).isTrue();
      assertThat(reading.continued(SPEC)).isEmpty();
      assertThat(messages(faults(reading)))
          .containsExactly("The parameter nextPageToken is invalid or has expired.");
    }
  }

  @Test
  void token_withTheSameParametersGoesOn() {
    Reading reading = read("token=" + sealed());
    assertThat(reading.continuedUnchanged(SPEC, BEFORE, Set.of())).isPresent();
    assertThat(reading.continuedUnchanged(SPEC, Conditions.of(Map.of("a", "1")), Set.of("b")))
        .isPresent();
    assertThat(accepted(reading)).isTrue();
  }

  @Test
  void token_withOtherParametersIsRefused() {
    Reading reading = read("token=" + sealed());
    reading.continuedUnchanged(SPEC, Conditions.of(Map.of("a", "1", "b", "3")), Set.of("b"));
    assertThat(faults(reading))
        .extracting(Fault::reason)
        .containsExactly("parameters changed while paging: b was 2, is 3");
  }

  @Test
  void token_thatIsBadIsNotCompared() {
    Reading reading = read("token=x");
    assertThat(reading.continuedUnchanged(SPEC, BEFORE, Set.of())).isEmpty();
    assertThat(faults(reading)).hasSize(1);
  }

  @Test
  void wording_of2021HasTheOfficialTextForDates() {
    Reading reading =
        new Reading(Requests.query("d=incorrectFormatDate"), BusinessWording.OF_2021, "token");
    reading.date("d");
    assertThat(faults(reading))
        .containsExactly(
            new Fault.BadParameter(
                "Input date [incorrectFormatDate] is not in the expected ISO8601 format.",
                null,
                "d is no date: incorrectFormatDate"));
  }

  @Test
  void wording_quotesNoLongText() {
    String message = BusinessWording.OF_2021.noDate("d", "x".repeat(5_000) + "\n").message();
    assertThat(message).hasSizeLessThan(150);
  }

  private static Reading read(String... pairs) {
    return new Reading(Requests.query(pairs), BusinessWording.OF_2025, "token", "alias");
  }

  private static boolean accepted(Reading reading) {
    return reading.result(() -> "query").equals(new Parsed.Accepted<>("query"));
  }

  private static List<Fault> faults(Reading reading) {
    Parsed<String> parsed =
        reading.result(
            () -> {
              throw new AssertionError("a faulty request has no query");
            });
    return ((Parsed.Refused<String>) parsed).faults();
  }

  private static String sealed() {
    return Requests.TOKENS.seal(
        new PageToken(BEFORE.text(), NOW, LAST), SPEC.operationId(), Requests.CALLER, NOW);
  }
}
