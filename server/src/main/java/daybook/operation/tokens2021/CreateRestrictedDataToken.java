package daybook.operation.tokens2021;

import daybook.contract.Body;
import daybook.contract.Dialect;
import daybook.contract.Fault;
import daybook.contract.Operation;
import daybook.contract.OperationRequest;
import daybook.contract.OperationRequest.Issued;
import daybook.contract.OperationSpec;
import daybook.contract.Page;
import daybook.contract.Parsed;
import daybook.contract.UsagePlan;
import daybook.json.JsonWriter;
import daybook.store.Store;
import java.util.Collection;
import java.util.List;

/**
 * Exchanges an access token for one that shows restricted data of the paths it names, for an hour
 * (CONTRACT 4.4).
 */
public final class CreateRestrictedDataToken implements Operation<RestrictedDataQuery> {

  private static final OperationSpec SPEC =
      new OperationSpec(
          "createRestrictedDataToken",
          "POST",
          "/tokens/2021-03-01/restrictedDataToken",
          "CONTRACT 4.4",
          null,
          UsagePlan.of("1", 10),
          Dialect.SP_API);

  private final List<OperationSpec> restricted;

  /** Takes what is served, of which operations with restricted data can be named. */
  public CreateRestrictedDataToken(Collection<OperationSpec> served) {
    this.restricted = served.stream().filter(spec -> !spec.dataElements().isEmpty()).toList();
  }

  @Override
  public OperationSpec spec() {
    return SPEC;
  }

  @Override
  public Parsed<RestrictedDataQuery> parse(OperationRequest request) {
    try {
      return new Parsed.Accepted<>(
          new RestrictedDataQuery(
              new RestrictedResources(restricted, request.caller()).read(request.body()), request));
    } catch (RestrictedResources.RefusedException e) {
      return new Parsed.Refused<>(List.<Fault>of(e.fault()));
    }
  }

  @Override
  public Page read(RestrictedDataQuery query, Store store) {
    OperationRequest request = query.request();
    Issued issued = request.issuer().issue(request.caller(), query.restriction(), request.now());
    byte[] reply =
        new JsonWriter()
            .object()
            .text("restrictedDataToken", issued.token())
            .number("expiresIn", issued.lifetime().toSeconds())
            .endObject()
            .toBytes();
    return new Page(List.of(reply), null);
  }

  @Override
  public Body render(Page page, RestrictedDataQuery query, OperationRequest request) {
    return new Body(page.pieces());
  }
}
