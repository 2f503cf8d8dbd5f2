package daybook.operation.tokens2021;

import daybook.contract.Caller.Restriction;
import daybook.contract.OperationRequest;

/**
 * A restricted data token that was asked for and may be given.
 *
 * @param restriction what it will open
 * @param request the request, whose caller will hold it
 */
record RestrictedDataQuery(Restriction restriction, OperationRequest request) {}
