package conformance.sight;

import conformance.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills variables into requests, so that tables know nothing of the target's data: {@code {po}} is
 * a purchase order number that was found there, {@code {now-3m}} is three minutes ago.
 */
public final class Variables {

  private static final Pattern VARIABLE = Pattern.compile("\\{([^{}\" ]+)}");
  private static final Pattern RELATIVE = Pattern.compile("now(?:([+-])(\\d+)([smhd]))?");

  private final Data data;

  public Variables(Data data) {
    this.data = data;
  }

  /** Replaces all variables of a text, percent-encoded. */
  public String fill(String text) throws Exception {
    Matcher variable = VARIABLE.matcher(text);
    StringBuilder filled = new StringBuilder();
    int done = 0;
    while (variable.find()) {
      filled.append(text, done, variable.start()).append(Times.encoded(value(variable.group(1))));
      done = variable.end();
    }
    return filled.append(text.substring(done)).toString();
  }

  /** Returns the value of a variable. */
  public String value(String name) throws Exception {
    Matcher relative = RELATIVE.matcher(name);
    if (relative.matches()) {
      return Times.text(relative(relative));
    }
    return switch (name) {
      case "start" -> Times.text(data.start());
      case "end" -> Times.text(data.end());
      case "po" -> data.purchaseOrder();
      case "id" -> data.orderId();
      case "region" -> data.region();
      case "marketplaces" -> data.marketplaces();
      case "ids51" -> ids(51);
      case "ids50" -> ids(50);
      default -> data.ofSellerOrders(name);
    };
  }

  private static Instant relative(Matcher relative) {
    Instant now = Instant.now();
    if (relative.group(1) == null) {
      return now;
    }
    long count = Long.parseLong(relative.group(2));
    Duration distance =
        switch (relative.group(3)) {
          case "s" -> Duration.ofSeconds(count);
          case "m" -> Duration.ofMinutes(count);
          case "h" -> Duration.ofHours(count);
          default -> Duration.ofDays(count);
        };
    return relative.group(1).equals("+") ? now.plus(distance) : now.minus(distance);
  }

  private static String ids(int count) {
    StringBuilder ids = new StringBuilder();
    for (int i = 0; i < count; i++) {
      ids.append(i == 0 ? "" : ",").append("902-0000000-%07d".formatted(i));
    }
    return ids.toString();
  }
}
