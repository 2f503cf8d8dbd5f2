package daybook.store.sql.session;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.store.StoreException;
import daybook.store.StoreException.Kind;
import daybook.store.sql.session.Dialect.Again;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each SQLSTATE is told as what a person can do about it, and tried again where that may help. */
final class PostgresDialectTest {

  private static final PostgresDialect DIALECT =
      new PostgresDialect("jdbc:postgresql://db/daybook");

  @ParameterizedTest
  @CsvSource({
    "08000, UNAVAILABLE,  BEFORE_COMMIT, cannot be reached",
    "08001, UNAVAILABLE,  BEFORE_COMMIT, cannot be reached",
    "08006, UNAVAILABLE,  BEFORE_COMMIT, cannot be reached",
    "57P01, UNAVAILABLE,  BEFORE_COMMIT, cannot be reached",
    "57P02, UNAVAILABLE,  BEFORE_COMMIT, cannot be reached",
    "57P03, UNAVAILABLE,  BEFORE_COMMIT, try again",
    "25P03, UNAVAILABLE,  BEFORE_COMMIT, cannot be reached",
    "57014, UNAVAILABLE,  NEVER,         did not answer in time",
    "53300, UNAVAILABLE,  NEVER,         raise max_connections",
    "53200, UNAVAILABLE,  NEVER,         cannot be reached",
    "58030, UNAVAILABLE,  NEVER,         cannot be reached",
    "28P01, UNAVAILABLE,  NEVER,         DAYBOOK_STORE_PASSWORD",
    "28000, UNAVAILABLE,  NEVER,         refuses the user",
    "53100, CANNOT_WRITE, NEVER,         disk of the server is full",
    "25006, CANNOT_WRITE, NEVER,         targetServerType=primary",
    "0A000, CANNOT_WRITE, NEVER,         targetServerType=primary",
    "42501, CANNOT_WRITE, NEVER,         lacks a privilege",
    "40001, BUSY,         ALWAYS,        being written by others",
    "40P01, BUSY,         ALWAYS,        being written by others",
    "55P03, BUSY,         NEVER,         being written by others",
    "XX001, CORRUPT,      NEVER,         restore it from a backup",
    "XX002, CORRUPT,      NEVER,         restore it from a backup",
    "3D000, NOT_OURS,     NEVER,         create the database",
    "3F000, NOT_OURS,     NEVER,         create the database",
    "23505, UNEXPECTED,   NEVER,         unexpected",
    "42P01, UNEXPECTED,   NEVER,         unexpected",
    "40003, UNAVAILABLE,  NEVER,         standby in time",
    "'',    UNEXPECTED,   NEVER,         unexpected"
  })
  void state_saysWhatItIs_andWhetherToTryAgain(String state, Kind kind, Again again, String words) {
    SQLException error = new SQLException("on relation piece_1024, constraint piece_pkey", state);
    StoreException fault = DIALECT.fault(error);
    assertThat(fault.kind()).isEqualTo(kind);
    assertThat(fault)
        .hasCause(error)
        .hasMessageContaining("the store jdbc:postgresql://db/daybook ")
        .hasMessageContaining(words)
        .hasMessageEndingWith(state.isEmpty() ? words + " way" : "(SQLSTATE " + state + ")");
    assertThat(DIALECT.again(error)).isEqualTo(again);
  }

  @Test
  void error_withoutState_isOurDefect() {
    SQLException error = new SQLException("of the driver");
    assertThat(DIALECT.fault(error).kind()).isEqualTo(Kind.UNEXPECTED);
    assertThat(DIALECT.again(error)).isEqualTo(Again.NEVER);
  }

  @Test
  void silentServer_isNotWaitedForAgain() {
    SQLException error =
        new SQLException("broken", "08006", new SocketTimeoutException("Read timed out"));
    assertThat(DIALECT.fault(error).kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(DIALECT.fault(error)).hasMessageContaining("did not answer in time");
    assertThat(DIALECT.again(error)).isEqualTo(Again.NEVER);
  }

  @Test
  void optionsAndName_showNeitherPasswordNorParameters() {
    PostgresOptions options =
        new PostgresOptions(
            "jdbc:postgresql://a,b/daybook?sslmode=require",
            new PostgresOptions.Login("clerk", "sesame"),
            1,
            1,
            PostgresOptions.Timeouts.USUAL);
    assertThat(options.name()).isEqualTo("jdbc:postgresql://a,b/daybook");
    assertThat(options.toString() + options.login()).contains("clerk").doesNotContain("sesame");
  }
}
