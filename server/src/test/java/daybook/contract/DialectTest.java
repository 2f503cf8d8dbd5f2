package daybook.contract;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.contract.Refusal.Entry;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The wording of refusals in each API family (CONTRACT 4.6). */
final class DialectTest {

  private static final String DENIED = "Access to requested resource is denied.";

  static Stream<Arguments> faults() {
    return Stream.of(
        row(
            new Fault.MissingToken(),
            403,
            new Entry("Unauthorized", DENIED, "Access token is missing in the request header.")),
        row(
            new Fault.InvalidToken("x"),
            403,
            new Entry(
                "Unauthorized",
                DENIED,
                "The access token you provided is revoked, malformed or invalid.")),
        row(
            new Fault.ExpiredToken("x"),
            403,
            new Entry("Unauthorized", DENIED, "The access token you provided has expired.")),
        row(new Fault.MissingRole("x"), 403, new Entry("Unauthorized", DENIED, "")),
        row(new Fault.UnknownPath("x"), 403, new Entry("Unauthorized", DENIED, "")),
        row(
            new Fault.Throttled(Duration.ofSeconds(2), "x"),
            429,
            new Entry("QuotaExceeded", "You exceeded your quota for the requested resource.", "")),
        row(new Fault.Unreadable("x"), 400, new Entry("InvalidInput", null, null)),
        row(
            new Fault.NoSuchCase("x"),
            400,
            new Entry("InvalidInput", "Could not match input arguments", "")),
        row(
            new Fault.NotFound("x"),
            404,
            new Entry("NotFound", "The requested resource doesn't exist.", "")),
        row(
            new Fault.Internal("x"),
            500,
            new Entry(
                "InternalFailure", "We encountered an internal error. Please try again.", "")),
        row(
            new Fault.Unavailable("x"),
            503,
            new Entry(
                "ServiceUnavailable",
                "Service is temporarily unavailable. Please try again.",
                "")));
  }

  @ParameterizedTest(name = "CONTRACT 4.6: {0} is {1}")
  @MethodSource("faults")
  void word_ofThe2025Apis(Fault fault, int status, Entry entry) {
    Refusal refusal = Dialect.BUSINESS_2025.word(fault);
    assertThat(refusal.status()).isEqualTo(status);
    assertThat(refusal.errors()).containsExactly(entry);
    assertThat(refusal.reason()).isEqualTo(fault.reason());
  }

  @ParameterizedTest(name = "CONTRACT 4.6, which status for token faults: {0}")
  @CsvSource({
    "BUSINESS_2025,403,403",
    "BUSINESS_2021,401,403",
    "REPORTING_2021,401,403",
    "SP_API,403,403"
  })
  void word_ofATokenFault(Dialect dialect, int malformed, int expired) {
    assertThat(dialect.word(new Fault.MissingToken()).status()).isEqualTo(malformed);
    assertThat(dialect.word(new Fault.InvalidToken("x")).status()).isEqualTo(malformed);
    assertThat(dialect.word(new Fault.ExpiredToken("x")).status()).isEqualTo(expired);
    assertThat(dialect.word(new Fault.MissingRole("x")).status()).isEqualTo(expired);
  }

  @ParameterizedTest(name = "CONTRACT 2 #31: {0} says {1}")
  @CsvSource({
    "BUSINESS_2025,INVALID_REQUEST_PARAMETER",
    "BUSINESS_2021,INVALID_REQUEST_PARAMETER",
    "REPORTING_2021,INVALID_REQUEST_PARAMETER",
    "SP_API,InvalidInput"
  })
  void word_ofABadParameter(Dialect dialect, String code) {
    Refusal refusal = dialect.word(new Fault.BadParameter("m", "d", "r"));
    assertThat(refusal.status()).isEqualTo(400);
    assertThat(refusal.errors()).containsExactly(new Entry(code, "m", "d"));
  }

  @Test
  void word_ofSeveralFaultsKeepsAllAndTheirOrder() {
    Refusal refusal =
        Dialect.BUSINESS_2025.word(
            List.of(
                new Fault.BadParameter("one", "a", "first"),
                new Fault.BadParameter("two", "b", "second")));
    assertThat(refusal.errors()).extracting(Entry::message).containsExactly("one", "two");
    assertThat(refusal.reason()).isEqualTo("first; second");
  }

  @ParameterizedTest(name = "CONTRACT 5: {0} shows its rate")
  @EnumSource(Dialect.class)
  void rateLimit_isShownOnSuccessAndBadInput(Dialect dialect) {
    assertThat(List.of(200, 201, 400, 404)).allMatch(dialect::showsRateLimit);
  }

  @ParameterizedTest(name = "CONTRACT 5: {0} on a refusal that is not about input: {1}")
  @CsvSource({"BUSINESS_2025,false", "BUSINESS_2021,true", "REPORTING_2021,true", "SP_API,false"})
  void rateLimit_isShownOnOtherRefusalsIn2021Only(Dialect dialect, boolean shown) {
    assertThat(List.of(401, 403, 429, 500, 503))
        .allMatch(status -> dialect.showsRateLimit(status) == shown);
  }

  @ParameterizedTest(name = "CONTRACT 1.4, header Access-Control-Allow-Origin of {0}")
  @EnumSource(Dialect.class)
  void origins_areAllowedByReporting2021Only(Dialect dialect) {
    boolean speaksOfThem = dialect == Dialect.REPORTING_2021;
    assertThat(List.of(200, 500)).allMatch(status -> dialect.allowsOrigins(status) == speaksOfThem);
    assertThat(List.of(400, 401, 403, 404, 429, 503)).noneMatch(dialect::allowsOrigins);
  }

  @ParameterizedTest(name = "CONTRACT 4.6, header x-amzn-ErrorType of {1}")
  @MethodSource("errorTypes")
  void word_namesTheErrorType(Fault fault, String expected) {
    assertThat(Dialect.BUSINESS_2025.word(fault).errorType()).isEqualTo(expected);
  }

  static Stream<Arguments> errorTypes() {
    return Stream.of(
        Arguments.of(new Fault.Throttled(Duration.ZERO, "x"), "TooManyRequestsException"),
        Arguments.of(new Fault.Unreadable("x"), "InvalidQueryStringException"),
        Arguments.of(new Fault.MissingRole("x"), "AccessDeniedException"));
  }

  @Test
  void usagePlan_printsItsRateAsJavaPrintsADouble() {
    assertThat(UsagePlan.of("0.0167", 20).header()).isEqualTo("0.0167");
    assertThat(UsagePlan.of("0.50", 10).header()).isEqualTo("0.5");
    assertThat(UsagePlan.of("2", 10).header()).isEqualTo("2.0");
    assertThat(UsagePlan.of("100", 10).header()).isEqualTo("100.0");
  }

  private static Arguments row(Fault fault, int status, Entry entry) {
    return Arguments.of(fault, status, entry);
  }
}
