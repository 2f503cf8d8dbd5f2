package daybook.contract;

/**
 * What an operation is, apart from what it does.
 *
 * @param operationId name on the wire, such as "getOrderReports"; also the name of its class
 * @param path path template; a segment in braces is a path parameter
 * @param source where the contract describes it
 * @param role the role a caller must hold
 * @param plan the usage plan it has unless a setting says otherwise (CONTRACT 5)
 * @param dialect how its API family words refusals
 */
public record OperationSpec(
    String operationId, String path, String source, Role role, UsagePlan plan, Dialect dialect) {}
