package daybook.contract;

import daybook.contract.Caller.DataElement;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an operation is, apart from what it does.
 *
 * @param method HTTP method
 * @param operationId name on the wire, such as "getOrderReports"; also the name of its class
 * @param path path template; a segment in braces is a path parameter
 * @param source where the contract describes it
 * @param role the role a caller must hold; null where any will do
 * @param plan the usage plan it has unless a setting says otherwise (CONTRACT 5)
 * @param dialect how its API family words refusals
 * @param dataElements restricted data that its answers hold for who may see them
 */
public record OperationSpec(
    Method method,
    String operationId,
    String path,
    String source,
    @Nullable Role role,
    UsagePlan plan,
    Dialect dialect,
    Set<DataElement> dataElements) {

  /** How an operation is called. */
  public enum Method {
    /** Without a body; HEAD is answered, too. */
    GET,
    /** With a body. */
    POST
  }

  /** Copies the set. */
  public OperationSpec {
    dataElements = Set.copyOf(dataElements);
  }

  /** Describes an operation that reads and has no restricted data. */
  public OperationSpec(
      String operationId, String path, String source, Role role, UsagePlan plan, Dialect dialect) {
    this(Method.GET, operationId, path, source, role, plan, dialect, Set.of());
  }

  /** Says whether callers send a body. */
  public boolean takesBody() {
    return method == Method.POST;
  }
}
