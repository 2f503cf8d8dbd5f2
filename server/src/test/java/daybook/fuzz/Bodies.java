package daybook.fuzz;

import static daybook.fuzz.Values.pick;

import java.util.List;
import java.util.Random;

/** Makes bodies for the two endpoints that take one. */
final class Bodies {

  static final List<String> TYPES =
      List.of(
          "application/x-www-form-urlencoded",
          "application/json",
          "application/json; charset=utf-16",
          "application/json;charset=UTF-8",
          "APPLICATION/JSON",
          "text/plain",
          "multipart/form-data; boundary=x",
          "application/xml",
          "",
          ";;;",
          "application/json, text/html",
          "\u00ff/\u00fe");

  private static final List<String> GRANTS =
      List.of(
          "refresh_token",
          "client_credentials",
          "authorization_code",
          "password",
          "implicit",
          "REFRESH_TOKEN",
          "urn:ietf:params:oauth:grant-type:jwt-bearer",
          "");

  private static final List<String> BROKEN =
      List.of(
          "",
          "{",
          "}",
          "[",
          "null",
          "true",
          "7",
          "\"\"",
          "{}",
          "[]",
          "[{}]",
          "{\"a\":}",
          "{\"a\":1,}",
          "{\"a\":1}{\"a\":2}",
          "{'a':1}",
          "{a:1}",
          "{\"a\":01}",
          "{\"a\":1e999999999}",
          "{\"a\":-1e-999999999}",
          "{\"a\":" + "9".repeat(20_000) + "}",
          "{\"a\":NaN}",
          "{\"a\":\"\\u0000\"}",
          "{\"a\":\"\\ud800\"}",
          "{\"a\":\"\\x\"}",
          "{\"a\":\"\u0001\"}",
          "{\"a\":\"\u00ff\u00fe\"}",
          "\u00ef\u00bb\u00bf{}",
          "\u00fe\u00ff\u0000{\u0000}",
          "{\"a\":\"" + "x".repeat(60_000) + "\"}",
          "[".repeat(60_000),
          "{\"a\":".repeat(10_000),
          "[".repeat(500) + "]".repeat(500),
          "{\"grant_type\":{\"$ne\":null},\"client_id\":[]}",
          "{\"restrictedResources\":" + "[".repeat(20_000),
          "a=b&".repeat(15_000),
          "%",
          "grant_type=%",
          "grant_type=%FF%FE&client_id=%00",
          "=&=&=",
          "&".repeat(60_000));

  private final Victims victims;

  Bodies(Victims victims) {
    this.victims = victims;
  }

  /** Returns a body for the endpoint of access tokens. */
  String forToken(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> broken(random);
      case 1 -> json(random);
      default -> form(random);
    };
  }

  private String form(Random random) {
    Victim victim = pick(random, victims.all());
    StringBuilder form = new StringBuilder("grant_type=" + pick(random, GRANTS));
    form.append("&client_id=").append(sometimes(random, victims.clientId()));
    form.append("&client_secret=").append(sometimes(random, victims.clientSecret()));
    form.append("&refresh_token=").append(sometimes(random, Values.escaped(victim.refresh())));
    if (random.nextInt(4) == 0) {
      form.append("&code=").append(Values.any(random));
      form.append("&scope=")
          .append(random.nextBoolean() ? "sellingpartnerapi::notifications" : Values.any(random));
    }
    if (random.nextInt(4) == 0) {
      form.append("&grant_type=").append(pick(random, GRANTS));
      form.append("&client_id=").append(Values.any(random));
    }
    return form.toString();
  }

  private String json(Random random) {
    Victim victim = pick(random, victims.all());
    String secret = sometimes(random, victims.clientSecret());
    String text =
        "{\"grant_type\":\"%s\",\"client_id\":\"%s\",\"client_secret\":\"%s\",\"refresh_token\":\"%s\"}"
            .formatted(pick(random, GRANTS), victims.clientId(), secret, victim.refresh());
    return random.nextBoolean() ? text : Values.damaged(random, text);
  }

  /** Returns a body for the endpoint of restricted data tokens. */
  String forRestricted(Random random) {
    if (random.nextInt(4) == 0) {
      return broken(random);
    }
    String path =
        pick(
            random,
            List.of(
                "/orders/v0/orders",
                "/orders/v0/orders/",
                "/orders/v0/orders/{orderId}",
                "/orders/v0/orders?x=y",
                "/reports/2021-01-08/orders",
                "*",
                "/orders/v0/../v0/orders",
                "\\u0000",
                Values.any(random)));
    String elements =
        pick(
            random,
            List.of(
                "\"buyerInfo\"",
                "\"buyerInfo\",\"shippingAddress\",\"buyerTaxInformation\"",
                "\"buyerInfo\",\"buyerInfo\"",
                "\"everything\"",
                "null",
                "{}",
                "7",
                ""));
    String resource =
        "{\"method\":\"%s\",\"path\":\"%s\",\"dataElements\":[%s]}"
            .formatted(pick(random, List.of("GET", "get", "PUT", "", "TRACE")), path, elements);
    int times = pick(random, List.of(1, 1, 1, 2, 50, 51, 300));
    String all = String.join(",", java.util.Collections.nCopies(times, resource));
    String text = "{\"restrictedResources\":[" + all + "]" + extra(random) + "}";
    return random.nextInt(3) == 0 ? Values.damaged(random, text) : text;
  }

  private static String extra(Random random) {
    return pick(
        random,
        List.of(
            "",
            "",
            ",\"targetApplication\":\"amzn1.sellerapps.app.x\"",
            ",\"targetApplication\":7",
            ",\"restrictedResources\":[]"));
  }

  private static String broken(Random random) {
    return random.nextInt(6) == 0
        ? Values.rawNoise(random, 1 + random.nextInt(2_000))
        : pick(random, BROKEN);
  }

  private static String sometimes(Random random, String good) {
    return switch (random.nextInt(5)) {
      case 0 -> Values.damaged(random, good);
      case 1 -> Values.any(random);
      default -> good;
    };
  }
}
