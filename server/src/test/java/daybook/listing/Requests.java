package daybook.listing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import daybook.contract.Caller;
import daybook.contract.Fault;
import daybook.contract.Operation;
import daybook.contract.OperationRequest;
import daybook.contract.PageTokens;
import daybook.contract.Parameters;
import daybook.contract.Parsed;
import daybook.contract.Role;
import daybook.domain.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Requests of a fixed caller at a fixed time, for tests of what an operation reads. */
public final class Requests {

  public static final Instant NOW = Instant.parse("2025-06-01T12:00:00Z");
  public static final Caller CALLER = caller("acme");
  public static final PageTokens TOKENS =
      new PageTokens("0123456789abcdef0123456789abcdef".getBytes(UTF_8), Duration.ofHours(24));

  private Requests() {}

  public static Caller caller(String account) {
    return new Caller(
        "client", "grant", new AccountId(account), Set.of(Role.AMAZON_BUSINESS_ANALYTICS));
  }

  /** A request whose query string is given as "name=value" texts, already decoded. */
  public static OperationRequest query(String... pairs) {
    return request(NOW, Map.of(), pairs);
  }

  public static OperationRequest request(Instant now, Map<String, String> path, String... pairs) {
    return request(CALLER, now, path, pairs);
  }

  public static OperationRequest request(
      Caller caller, Instant now, Map<String, String> path, String... pairs) {
    Map<String, List<String>> query = new LinkedHashMap<>();
    for (String pair : pairs) {
      int equals = pair.indexOf('=');
      query
          .computeIfAbsent(pair.substring(0, equals), name -> new ArrayList<>())
          .add(pair.substring(equals + 1));
    }
    return new OperationRequest(new Parameters(query, path), caller, now, TOKENS);
  }

  public static <Q> Q accepted(Operation<Q> operation, OperationRequest request) {
    Parsed<Q> parsed = operation.parse(request);
    assertThat(parsed).isInstanceOf(Parsed.Accepted.class);
    return ((Parsed.Accepted<Q>) parsed).query();
  }

  public static <Q> List<Fault> refused(Operation<Q> operation, OperationRequest request) {
    Parsed<Q> parsed = operation.parse(request);
    assertThat(parsed).isInstanceOf(Parsed.Refused.class);
    return ((Parsed.Refused<Q>) parsed).faults();
  }

  public static List<String> messages(List<Fault> faults) {
    return faults.stream().map(fault -> ((Fault.BadParameter) fault).message()).toList();
  }
}
