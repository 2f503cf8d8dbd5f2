package daybook.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import daybook.contract.Caller;
import daybook.contract.Operation;
import daybook.contract.OperationRequest;
import daybook.contract.PageTokens;
import daybook.contract.Parameters;
import daybook.contract.Parsed;
import daybook.domain.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Models and requests for tests of how a sandbox is read and what it answers. */
final class SandboxTestFiles {

  static final String NONE = "no case";

  private static final Caller CALLER =
      new Caller("client", "grant", new AccountId("acme"), Set.of());
  private static final PageTokens TOKENS = new PageTokens(new byte[32], Duration.ofHours(1));

  private SandboxTestFiles() {}

  /** A model of one operation whose members are given; quotes are written as apostrophes. */
  static byte[] model(String path, String method, String operation) {
    return json("{'swagger':'2.0','paths':{'%s':{'%s':%s}}}".formatted(path, method, operation));
  }

  static byte[] json(String apostrophes) {
    return apostrophes.replace('\'', '"').getBytes(UTF_8);
  }

  /** A case, written as a member of a block. */
  static String one(String parameters, String response) {
    return "{'request':{'parameters':" + parameters + "},'response':" + response + "}";
  }

  static OperationRequest request(Map<String, String> path, String body, String... query) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    for (String pair : query) {
      int equals = pair.indexOf('=');
      parameters
          .computeIfAbsent(pair.substring(0, equals), name -> new ArrayList<>())
          .add(pair.substring(equals + 1));
    }
    return new OperationRequest(
        new Parameters(parameters, path), CALLER, Instant.EPOCH, TOKENS, body.getBytes(UTF_8));
  }

  /** Asks an operation and returns status and body of its answer, or that it has none. */
  static String answer(Operation<?> operation, OperationRequest request) {
    Parsed<SandboxCase> parsed = ((SandboxOperation) operation).parse(request);
    return parsed instanceof Parsed.Accepted<SandboxCase> accepted
        ? accepted.query().status() + " " + new String(accepted.query().body(), UTF_8)
        : NONE;
  }
}
