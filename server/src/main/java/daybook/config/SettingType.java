package daybook.config;

import daybook.config.word.Secret;
import java.math.BigDecimal;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the text of a setting must look like, and what it is turned into.
 *
 * @param name one word for the reference, such as "duration"
 * @param form the expected form in words, to follow "expected"
 * @param converter turns text into the value, or throws {@link IllegalArgumentException}
 */
record SettingType<T>(String name, String form, Function<String, T> converter) {

  /** A plan's rate and burst, before it is known for whom. */
  record Plan(BigDecimal rate, int burst) {}

  private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h|d)");
  private static final Pattern PERIOD = Pattern.compile("(\\d{1,4})\\s*(d|w|m|y)");
  private static final Pattern SIZE = Pattern.compile("(\\d{1,9})\\s*(b||kib|mib)");
  private static final Pattern PLAN =
      Pattern.compile("(\\d{1,7}(?:\\.\\d{1,6})?)\\s*/\\s*(\\d{1,7})");

  // What is refused may hold a password.
  private static final String DATABASE_URL = "URL";
  private static final Pattern DATABASE = Pattern.compile("jdbc:postgresql:[^\\p{Cntrl}\\s]+");
  private static final Pattern WITH_PASSWORD =
      Pattern.compile("[?&](ssl)?password=|//[^/?]*@", Pattern.CASE_INSENSITIVE);

  /** Reads the text. */
  T parse(String text) {
    return converter.apply(text.strip());
  }

  /** Any text without control characters, not empty. */
  static SettingType<String> text(String form) {
    return new SettingType<>(
        "text",
        form,
        text -> {
          require(!text.isEmpty() && text.chars().noneMatch(Character::isISOControl));
          return text;
        });
  }

  /** A database of an engine that stores are kept on; who lists processes sees it. */
  static SettingType<String> databaseUrl() {
    return new SettingType<>(
        DATABASE_URL,
        "a URL such as jdbc:postgresql://db1,db2/daybook, without a password in it",
        text -> {
          require(DATABASE.matcher(text).matches() && !WITH_PASSWORD.matcher(text).find());
          return text;
        });
  }

  /** True or false. */
  static SettingType<Boolean> flag() {
    return new SettingType<>(
        "flag",
        "true or false",
        text -> {
          boolean yes = text.equalsIgnoreCase("true");
          require(yes || text.equalsIgnoreCase("false"));
          return yes;
        });
  }

  /** One of an enum's constants, in lower case. */
  static <E extends Enum<E>> SettingType<E> choice(Class<E> type) {
    E[] constants = type.getEnumConstants();
    String form =
        Arrays.stream(constants)
            .map(constant -> constant.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(" or "));
    return new SettingType<>(
        "choice", form, text -> Enum.valueOf(type, text.toUpperCase(Locale.ROOT)));
  }

  /** A whole number within bounds, both included. */
  static SettingType<Integer> number(int min, int max) {
    return new SettingType<>(
        "number",
        "a whole number from " + min + " to " + max,
        text -> between(Integer.valueOf(text), min, max));
  }

  /** A size in bytes within bounds, both included. */
  static SettingType<Integer> size(String min, String max) {
    int least = bytes(min);
    int most = bytes(max);
    return new SettingType<>(
        "size",
        "a size such as 512, 16KiB or 1MiB, from " + min + " to " + max,
        text -> between(bytes(text), least, most));
  }

  /** A length of time within bounds, both included. */
  static SettingType<Duration> duration(String min, String max) {
    Duration least = span(min);
    Duration most = span(max);
    return new SettingType<>(
        "duration",
        "a duration such as 500ms, 30s, 1h or PT1H, from " + min + " to " + max,
        text -> between(span(text), least, most));
  }

  /** A value of another type, or the word none. */
  static <T> SettingType<Optional<T>> orNone(SettingType<T> type) {
    return new SettingType<>(
        type.name(),
        type.form() + ", or none",
        text -> text.equalsIgnoreCase("none") ? Optional.empty() : Optional.of(type.parse(text)));
  }

  /** A length of time by the calendar, above zero. */
  static SettingType<Period> period() {
    return new SettingType<>(
        "period", "a period such as 30d, 6m, 2y or P2Y, above zero", SettingType::calendarSpan);
  }

  /** A directory. */
  static SettingType<Path> path() {
    return place("the path of a directory");
  }

  /** A file. */
  static SettingType<Path> file() {
    return place("the path of a file");
  }

  private static SettingType<Path> place(String form) {
    return new SettingType<>(
        "path",
        form,
        text -> {
          require(!text.isEmpty());
          try {
            return Path.of(text);
          } catch (InvalidPathException e) {
            throw new IllegalArgumentException(e);
          }
        });
  }

  /** A text that is never shown, not even when it is wrong; may be empty. */
  static SettingType<Secret> secret() {
    return new SettingType<>(
        "secret",
        "text without control characters, which is never shown",
        text -> {
          require(text.chars().noneMatch(Character::isISOControl));
          return new Secret(text);
        });
  }

  /** Says whether its values must not be shown. */
  boolean isSecret() {
    return name.equals("secret") || name.equals(DATABASE_URL);
  }

  /** A usage plan: calls a second, a slash, burst. */
  static SettingType<Plan> plan() {
    return new SettingType<>(
        "plan",
        "calls a second and burst, such as 0.5/10, each above zero",
        text -> {
          Matcher matcher = match(PLAN, text);
          BigDecimal rate = new BigDecimal(matcher.group(1));
          int burst = Integer.parseInt(matcher.group(2));
          require(rate.signum() > 0 && burst > 0);
          return new Plan(rate, burst);
        });
  }

  private static Duration span(String text) {
    if (text.startsWith("P") || text.startsWith("p")) {
      return duringParse(() -> Duration.parse(text));
    }
    Matcher matcher = match(DURATION, text);
    long count = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "ms" -> Duration.ofMillis(count);
      case "s" -> Duration.ofSeconds(count);
      case "m" -> Duration.ofMinutes(count);
      case "h" -> Duration.ofHours(count);
      default -> Duration.ofDays(count);
    };
  }

  private static Period calendarSpan(String text) {
    String iso =
        text.startsWith("P") || text.startsWith("p")
            ? text
            : match(PERIOD, text).replaceFirst("P$1$2");
    Period period = duringParse(() -> Period.parse(iso));
    require(!period.isNegative() && !period.isZero());
    return period;
  }

  private static int bytes(String text) {
    Matcher matcher = match(SIZE, text);
    long unit =
        switch (matcher.group(2)) {
          case "mib" -> 1 << 20;
          case "kib" -> 1 << 10;
          default -> 1;
        };
    long bytes = Long.parseLong(matcher.group(1)) * unit;
    require(bytes <= Integer.MAX_VALUE);
    return (int) bytes;
  }

  private static Matcher match(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text.toLowerCase(Locale.ROOT));
    require(matcher.matches());
    return matcher;
  }

  private static <V> V duringParse(Supplier<V> parse) {
    try {
      return parse.get();
    } catch (DateTimeException | ArithmeticException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static <C extends Comparable<C>> C between(C value, C min, C max) {
    require(value.compareTo(min) >= 0 && value.compareTo(max) <= 0);
    return value;
  }

  private static void require(boolean condition) {
    if (!condition) {
      throw new IllegalArgumentException("not of the expected form");
    }
  }
}
