package daybook.contract;

import daybook.contract.Caller.DataElement;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an operation is, apart from what it does.
 *
 * @param operationId name on the wire, such as "getOrderReports"; also the name of its class
 * @param method HTTP method; one that is not GET takes a body
 * @param path path template; a segment in braces is a path parameter
 * @param source where the contract describes it
 * @param role the role a caller must hold; null if any good access token will do
 * @param plan the usage plan it has unless a setting says otherwise (CONTRACT 5)
 * @param dialect how its API family words refusals
 * @param dataElements restricted data that its answers hold for who may see them
 */
public record OperationSpec(
    String operationId,
    String method,
    String path,
    String source,
    @Nullable Role role,
    UsagePlan plan,
    Dialect dialect,
    Set<DataElement> dataElements) {

  /** Copies the set. */
  public OperationSpec {
    dataElements = Set.copyOf(dataElements);
  }

  /** Describes an operation without restricted data. */
  public OperationSpec(
      String operationId,
      String method,
      String path,
      String source,
      @Nullable Role role,
      UsagePlan plan,
      Dialect dialect) {
    this(operationId, method, path, source, role, plan, dialect, Set.of());
  }

  /** Describes an operation that is asked with GET. */
  public OperationSpec(
      String operationId, String path, String source, Role role, UsagePlan plan, Dialect dialect) {
    this(operationId, "GET", path, source, role, plan, dialect);
  }

  /** Says whether requests for it carry a body. */
  public boolean takesBody() {
    return !method.equals("GET");
  }
}
