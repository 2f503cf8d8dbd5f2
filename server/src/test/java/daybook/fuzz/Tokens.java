package daybook.fuzz;

import static daybook.fuzz.Values.pick;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;
import java.util.Random;

/** Makes access tokens that must open nothing, out of ones that open something. */
final class Tokens {

  private static final List<String> HEADERS =
      List.of(
          "{\"alg\":\"none\"}",
          "{\"alg\":\"None\",\"typ\":\"at+jwt\"}",
          "{\"typ\":\"at+jwt\",\"alg\":\"none\"}",
          "{\"alg\":\"HS512\",\"typ\":\"at+jwt\"}",
          "{\"alg\":\"RS256\",\"jwk\":{\"kty\":\"oct\",\"k\":\"AA\"}}",
          "{\"alg\":\"HS256\",\"kid\":\"../../../../dev/null\"}",
          "{\"alg\":\"HS256\",\"jku\":\"http://127.0.0.1:1/\"}",
          "{\"alg\":\"HS256\",\"zip\":\"DEF\"}",
          "{\"alg\":\"HS256\",\"crit\":[\"exp\"],\"exp\":1}",
          "{\"alg\":\"dir\",\"enc\":\"A256GCM\"}",
          "{",
          "[]",
          "");

  private Tokens() {}

  /** Returns a token that is not the one of any account. */
  static String forged(Random random, Victim victim, Victim other) {
    String token = random.nextInt(3) == 0 ? victim.restricted() : victim.access();
    String prefix = token.substring(0, token.indexOf('|') + 1);
    String[] parts = token.substring(prefix.length()).split("\\.", -1);
    return switch (random.nextInt(14)) {
      case 0 -> prefix + encoded(pick(random, HEADERS)) + "." + parts[1] + ".";
      case 1 -> prefix + encoded(pick(random, HEADERS)) + "." + parts[1] + "." + parts[2];
      case 2 -> prefix + parts[0] + "." + claims(random, parts[1], victim, other) + "." + parts[2];
      case 3 -> prefix + parts[0] + "." + parts[1] + ".";
      case 4 -> prefix + parts[0] + "." + parts[1];
      case 5 -> (prefix.startsWith("Atza") ? "Atz.sprdt|" : "Atza|") + String.join(".", parts);
      case 6 -> String.join(".", parts);
      case 7 -> prefix + parts[0] + "." + other.access().split("\\.", -1)[1] + "." + parts[2];
      case 8 -> victim.expired();
      case 9 -> victim.revoked();
      case 10 -> victim.refresh();
      case 11 -> prefix + ".".repeat(random.nextInt(2_000));
      case 12 -> prefix + "A".repeat(random.nextInt(12_000));
      default -> Values.damaged(random, token);
    };
  }

  private static String claims(Random random, String payload, Victim victim, Victim other) {
    String claims = new String(Base64.getUrlDecoder().decode(payload), UTF_8);
    String changed =
        switch (random.nextInt(5)) {
          case 0 -> claims.replace(victim.name(), other.name());
          case 1 -> claims.replaceAll("\\d{9,}", "99999999999");
          case 2 -> "{" + "\"a\":[".repeat(2_00) + "]".repeat(2_00) + "}";
          case 3 -> claims.replace("}", ",\"sub\":\"" + other.name() + "\"}");
          default -> Values.rawNoise(random, 50);
        };
    return encoded(changed.equals(claims) ? changed + " " : changed);
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
  }
}
