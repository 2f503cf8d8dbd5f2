package daybook.sandbox;

import daybook.contract.Body;
import daybook.contract.Dialect;
import daybook.contract.Fault;
import daybook.contract.Operation;
import daybook.contract.OperationRequest;
import daybook.contract.OperationSpec;
import daybook.contract.Page;
import daybook.contract.Parsed;
import daybook.contract.UsagePlan;
import daybook.store.Store;
import java.util.Comparator;
import java.util.List;

/**
 * An operation that only has canned answers (CONTRACT 8).
 *
 * <p>Of several cases that a request is for, the one that lists most answers; of equals the first.
 */
final class SandboxOperation implements Operation<SandboxCase> {

  /** What every operation of a sandbox is limited to (CONTRACT 5). */
  private static final UsagePlan PLAN = UsagePlan.of("5", 15);

  private final OperationSpec spec;
  private final List<SandboxCase> cases;

  /** Takes the cases, at least one, those that list most first. */
  private SandboxOperation(OperationSpec spec, List<SandboxCase> cases) {
    this.spec = spec;
    this.cases = cases;
  }

  /** Makes an operation of its cases, at least one. */
  static SandboxOperation of(Endpoint endpoint, List<SandboxCase> cases) {
    boolean of2021 = endpoint.path().matches("/(reports|reconciliation)/2021-01-08/.*");
    OperationSpec spec =
        new OperationSpec(
            endpoint.operationId(),
            endpoint.method(),
            endpoint.path(),
            "CONTRACT 8",
            null,
            PLAN,
            of2021 ? Dialect.BUSINESS_2021 : Dialect.SP_API);
    Comparator<SandboxCase> most = Comparator.comparingInt(found -> -found.listed().size());
    return new SandboxOperation(spec, cases.stream().sorted(most).toList());
  }

  @Override
  public OperationSpec spec() {
    return spec;
  }

  /** Returns the cases. */
  List<SandboxCase> cases() {
    return cases;
  }

  @Override
  public Parsed<SandboxCase> parse(OperationRequest request) {
    SandboxCase nearest = cases.get(0);
    List<String> apart = nearest.differences(request);
    for (SandboxCase other : cases) {
      List<String> differences = other.differences(request);
      if (differences.isEmpty()) {
        return new Parsed.Accepted<>(other);
      }
      if (differences.size() < apart.size()) {
        nearest = other;
        apart = differences;
      }
    }
    return new Parsed.Refused<>(
        List.of(
            new Fault.NoSuchCase(
                "no sandbox case has these arguments; the nearest, "
                    + nearest.name()
                    + ", differs in "
                    + String.join(", ", apart))));
  }

  @Override
  public Page read(SandboxCase query, Store store) {
    return new Page(List.of(query.body()), null);
  }

  @Override
  public Body render(Page page, SandboxCase query, OperationRequest request) {
    return new Body(query.status(), page.pieces());
  }
}
