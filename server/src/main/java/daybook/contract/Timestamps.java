package daybook.contract;

import daybook.json.Excerpt;
import daybook.json.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads every spelling of a date that real clients send, and writes the one that Amazon answers
 * with (CONTRACT 2 #10).
 *
 * <p>Read: {@code Z}, {@code +hh:mm}, {@code +hhmm}, {@code +hh}, a zone name after a space, no
 * zone at all (UTC), 0 to 9 decimals of a second, no seconds, a date alone (midnight UTC), and a
 * space where a raw {@code +} got lost in a query string.
 */
public final class Timestamps {

  private static final int MAX_LENGTH = 64;

  private static final Pattern FORM =
      Pattern.compile(
          "(\\d{4})-(\\d{2})-(\\d{2})"
              + "(?:[Tt ](\\d{2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)?(?<zone>.*))?");

  // What nearly all clients send, read without patterns: a date is read several times a request.
  private static final String USUAL = "0000-00-00T00:00:00Z";

  private static final Pattern OFFSET = Pattern.compile("([+\\- ])(\\d{2})(?::?(\\d{2}))?");

  private Timestamps() {}

  /** Returns the instant, cut to milliseconds, or nothing if the text is no date. */
  public static Optional<Instant> parse(String text) {
    String trimmed = text.strip();
    if (trimmed.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    try {
      return isUsual(trimmed) ? Optional.of(usual(trimmed)) : any(trimmed);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static boolean isUsual(String text) {
    if (text.length() != USUAL.length()) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char form = USUAL.charAt(i);
      if (form == '0' ? c < '0' || c > '9' : c != form) {
        return false;
      }
    }
    return true;
  }

  private static Instant usual(String text) {
    return LocalDateTime.of(
            Integer.parseInt(text, 0, 4, 10),
            Integer.parseInt(text, 5, 7, 10),
            Integer.parseInt(text, 8, 10, 10),
            Integer.parseInt(text, 11, 13, 10),
            Integer.parseInt(text, 14, 16, 10),
            Integer.parseInt(text, 17, 19, 10))
        .toInstant(ZoneOffset.UTC);
  }

  private static Optional<Instant> any(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    LocalDateTime local =
        LocalDateTime.of(
            part(form, 1),
            part(form, 2),
            part(form, 3),
            part(form, 4),
            part(form, 5),
            part(form, 6),
            nanos(form.group(7)));
    String zone = form.group("zone");
    return Optional.of(
        local
            .atZone(zone == null ? ZoneOffset.UTC : zone(zone))
            .toInstant()
            .truncatedTo(ChronoUnit.MILLIS));
  }

  /** Returns the date of a member that must be there. */
  public static Instant read(JsonObject parent, String name) {
    return required(parent, name, parent.text(name));
  }

  /** Returns the date of a member, or null if it is absent or null. */
  public static @Nullable Instant readOptional(JsonObject parent, String name) {
    String text = parent.optText(name);
    return text == null ? null : required(parent, name, text);
  }

  private static Instant required(JsonObject parent, String name, String text) {
    return parse(text)
        .orElseThrow(() -> parent.problem(name, "no date: '" + Excerpt.of(text) + "'"));
  }

  /** Returns seconds and Z; milliseconds only where the instant has them. */
  public static String format(Instant instant) {
    Instant millis = instant.truncatedTo(ChronoUnit.MILLIS);
    return millis.toString();
  }

  private static int part(Matcher form, int group) {
    String digits = form.group(group);
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  private static int nanos(@Nullable String fraction) {
    return fraction == null ? 0 : Integer.parseInt((fraction + "00000000").substring(0, 9));
  }

  // ZoneId.of refuses what is no zone with a DateTimeException.
  private static ZoneId zone(String text) {
    if (text.isEmpty() || text.equalsIgnoreCase("z")) {
      return ZoneOffset.UTC;
    }
    Matcher offset = OFFSET.matcher(text);
    if (offset.matches()) {
      String sign = offset.group(1).equals("-") ? "-" : "+";
      String minutes = offset.group(3) == null ? "00" : offset.group(3);
      return ZoneOffset.of(sign + offset.group(2) + ":" + minutes);
    }
    return ZoneId.of(text.strip(), ZoneId.SHORT_IDS);
  }
}
