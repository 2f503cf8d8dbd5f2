package daybook.fuzz;

import static daybook.fuzz.Values.pick;

import daybook.fuzz.Hostile.Manner;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Makes hostile requests: the same seed, number and victims give the same request. */
public final class HostileRequests {

  private static final List<String> METHODS =
      List.of(
          "HEAD",
          "OPTIONS",
          "PUT",
          "TRACE",
          "DELETE",
          "PATCH",
          "POST",
          "get",
          "Get",
          "BREW",
          "PROPFIND",
          "G".repeat(10_000),
          "GET" + "T".repeat(300),
          "M-SEARCH",
          "$",
          "GET!");

  private final long seed;
  private final Victims victims;
  private final Targets targets;
  private final Bodies bodies;
  private final BrokenHttp broken;

  /** Makes requests about these victims. */
  public HostileRequests(long seed, Victims victims) {
    this.seed = seed;
    this.victims = victims;
    this.targets = new Targets(victims);
    this.bodies = new Bodies(victims);
    this.broken = new BrokenHttp(victims, targets);
  }

  /** Returns the request of a number. */
  public Hostile make(long number) {
    Random random = new Random(seed * 0x9E3779B97F4A7C15L + number * 0xBF58476D1CE4E5B9L);
    random.nextLong();
    int kind = random.nextInt(1_000);
    if (kind < 420) {
      return whole(number, "parameters", get(random, targets.any(random), ""));
    } else if (kind < 530) {
      return whole(number, "page token", get(random, targets.paged(random), ""));
    } else if (kind < 650) {
      return forged(number, random);
    } else if (kind < 740) {
      return whole(number, "token endpoint", token(random));
    } else if (kind < 800) {
      return whole(number, "restricted data token", restricted(random));
    } else if (kind < 850) {
      return method(number, random);
    } else if (kind < 910) {
      return whole(number, "headers", get(random, pick(random, Targets.GOOD), headers(random)));
    } else if (kind < 920) {
      return unclear(number, "too long a target", get(random, targets.tooLong(random), ""));
    } else if (kind < 985) {
      return unclear(number, "broken HTTP", broken.unclear(random));
    } else if (kind < 988) {
      return new Hostile(
          number, "half open", Manner.UNENDING, broken.unending(random), names(), true);
    }
    String many = get(random, pick(random, Targets.GOOD), "").repeat(1 + random.nextInt(20));
    return new Hostile(number, "hang up", Manner.ABRUPT, many, names(), true);
  }

  /** Returns a good request of an account, whose answer holds its marker. */
  static String good(Victim victim) {
    String target =
        victim.idPrefix().startsWith("1") || victim.idPrefix().startsWith("2")
            ? Targets.GOOD.get(0)
            : Targets.GOOD.get(4);
    return request("GET", target, "x-amz-access-token: " + victim.access() + "\r\n");
  }

  static String request(String method, String target, String headers) {
    return method + " " + target + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n";
  }

  private String get(Random random, String target, String headers) {
    Victim victim = pick(random, victims.all());
    String token = random.nextInt(4) == 0 ? victim.restricted() : victim.access();
    return request("GET", target, "x-amz-access-token: " + token + "\r\n" + headers);
  }

  private Hostile forged(long number, Random random) {
    Victim victim = pick(random, victims.all());
    int next = (victims.all().indexOf(victim) + 1 + random.nextInt(3)) % victims.all().size();
    Victim other = victims.all().get(next);
    String header =
        random.nextInt(6) == 0
            ? "Authorization: Bearer " + victim.access()
            : "x-amz-access-token: " + Tokens.forged(random, victim, other);
    String request = request("GET", pick(random, Targets.GOOD), header + "\r\n");
    return new Hostile(number, "access token", Manner.WHOLE, request, Set.of(), false);
  }

  private String token(Random random) {
    String body = bodies.forToken(random);
    String path = pick(random, List.of("/auth/o2/token", "/auth/O2/token", "/auth/o2/token/"));
    return post(path, "Content-Type: " + pick(random, Bodies.TYPES) + "\r\n", body);
  }

  private String restricted(Random random) {
    Victim victim = pick(random, victims.all());
    String token = random.nextInt(5) == 0 ? victim.restricted() : victim.access();
    String headers = "x-amz-access-token: " + token + "\r\nContent-Type: application/json\r\n";
    return post(Targets.RESTRICTED, headers, bodies.forRestricted(random));
  }

  private static String post(String path, String headers, String body) {
    return request("POST", path, headers + "Content-Length: " + body.length() + "\r\n") + body;
  }

  private Hostile method(long number, Random random) {
    String method = pick(random, METHODS);
    String target = random.nextInt(3) == 0 ? targets.oddPath(random) : pick(random, Targets.GOOD);
    String request = method + get(random, target, "").substring(3);
    // A request line of that length is refused before its end has been read.
    return method.length() > 1_000
        ? unclear(number, "method", request)
        : whole(number, "method", request);
  }

  private String headers(Random random) {
    Victim victim = pick(random, victims.all());
    return switch (random.nextInt(16)) {
      case 0 -> "x-amz-access-token: " + victim.access() + "\r\n";
      case 1 -> "X-AMZ-ACCESS-TOKEN:\t " + victim.access() + " \t\r\n";
      case 2 -> "User-Agent: " + "u".repeat(490 + random.nextInt(20)) + "\r\n";
      case 3 -> "X: " + "x".repeat(random.nextInt(12_000)) + "\r\n";
      case 4 -> "X-N: 1\r\n".repeat(random.nextInt(800));
      case 5 ->
          "Accept: " + pick(random, List.of("text/html", "*/*;q=0", ",,,", "\u00ff")) + "\r\n";
      case 6 ->
          "Accept-Encoding: "
              + pick(random, List.of("gzip", "br", "*;q=0", "x".repeat(900)))
              + "\r\n";
      case 7 -> "Host: evil.example\r\n";
      case 8 -> "X-Forwarded-For: 127.0.0.1\r\nForwarded: for=x;host=y\r\nVia: 1.1 x\r\n";
      case 9 -> "X-Original-URL: /metrics\r\nX-HTTP-Method-Override: DELETE\r\n";
      case 10 -> "Range: bytes=0-1,5-4,-1\r\nIf-None-Match: *\r\nIf-Modified-Since: now\r\n";
      case 11 -> "Cookie: " + "a=b; ".repeat(random.nextInt(1_500)) + "\r\n";
      case 12 -> "Content-Type: " + pick(random, Bodies.TYPES) + "\r\n";
      case 13 -> "X-Utf: " + Values.utf8("\u00fcn\u00efc\u00f6de\ud83d\udca9") + "\r\n";
      case 14 -> "x-amzn-RequestId: chosen-by-a-client\r\nX-Amzn-Trace-Id: Root=1-x-y\r\n";
      default -> "Content-Length: 0\r\n";
    };
  }

  private Hostile whole(long number, String kind, String text) {
    return of(number, kind, Manner.WHOLE, text);
  }

  private Hostile unclear(long number, String kind, String text) {
    return of(number, kind, Manner.UNCLEAR, text);
  }

  private Hostile of(long number, String kind, Manner manner, String text) {
    Set<String> mayShow = new HashSet<>();
    boolean restricted = false;
    for (Victim victim : victims.all()) {
      boolean shown =
          text.contains(victim.restricted()) && !victim.restricted().equals(victim.access());
      if (shown || text.contains(victim.access())) {
        mayShow.add(victim.name());
      }
      restricted |= shown;
    }
    return new Hostile(number, kind, manner, text, mayShow, restricted);
  }

  private Set<String> names() {
    Set<String> names = new HashSet<>();
    victims.all().forEach(victim -> names.add(victim.name()));
    return names;
  }
}
