package daybook.http;

import com.linecorp.armeria.common.HttpHeaderNames;
import daybook.access.Verdict;
import daybook.contract.Caller;
import daybook.contract.Fault;
import daybook.contract.OperationRequest;
import daybook.contract.OperationSpec;
import daybook.contract.Parameters;
import daybook.contract.Role;
import daybook.store.Store;
import daybook.throttle.Decision;
import daybook.throttle.Throttle;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A step that every request for an operation takes. It finds something out about the exchange, or
 * returns the faults for which the request is refused.
 */
enum Stage {

  /** Sees that target and headers can be read at all. */
  IDENTIFY(Set.of(Fault.Unreadable.class, Fault.BadParameter.class, Fault.TooLarge.class)) {
    @Override
    List<Fault> run(Exchange exchange, Pipeline pipeline) {
      var headers = exchange.context.request().headers();
      int longest = pipeline.options().server().maxUserAgentChars();
      if (headers.get(HttpHeaderNames.USER_AGENT, "").length() > longest) {
        return Exchange.one(
            new Fault.BadParameter(
                "The user-agent header is longer than " + longest + " characters.",
                "Please send a user-agent of at most " + longest + " characters.",
                "user agent longer than " + longest + " characters"));
      }
      if (headers.contentLength() > pipeline.options().server().maxBodyBytes()) {
        return Exchange.one(new Fault.TooLarge("the body is announced with more than is taken"));
      }
      try {
        exchange.target = RawTarget.parse(exchange.rawTarget());
        return List.of();
      } catch (RawTarget.UnreadableException e) {
        return Exchange.one(new Fault.Unreadable(String.valueOf(e.getMessage())));
      }
    }
  },

  /** Finds the operation by method and path. */
  ROUTE(Set.of(Fault.UnknownPath.class)) {
    @Override
    List<Fault> run(Exchange exchange, Pipeline pipeline) {
      List<String> path = exchange.target().path();
      String method = exchange.context.method().name();
      Optional<Routes.Match> match = pipeline.routes().find(method, path);
      if (match.isEmpty()) {
        return Exchange.one(
            new Fault.UnknownPath(
                pipeline.routes().know(path)
                    ? "no operation of this path has method " + method
                    : "no operation has this path"));
      }
      exchange.call = Call.of(match.get().operation());
      exchange.pathParameters = match.get().parameters();
      exchange.label = exchange.call.spec().operationId();
      return List.of();
    }
  },

  /** Learns from the access token who is calling. */
  AUTHENTICATE(
      Set.of(
          Fault.MissingToken.class,
          Fault.InvalidToken.class,
          Fault.ExpiredToken.class,
          Fault.MissingRole.class)) {
    @Override
    List<Fault> run(Exchange exchange, Pipeline pipeline) {
      String token = exchange.context.request().headers().get(Pipeline.ACCESS_TOKEN);
      Verdict verdict = pipeline.parts().accessTokens().verify(token, exchange.arrivedAt);
      if (verdict instanceof Verdict.Known known) {
        exchange.caller = known.caller();
        return List.of();
      }
      return Exchange.one(((Verdict.Refused) verdict).fault());
    }
  },

  /** Sees that the caller holds the operation's role, and that its token opens the operation. */
  AUTHORIZE(Set.of(Fault.MissingRole.class)) {
    @Override
    List<Fault> run(Exchange exchange, Pipeline pipeline) {
      OperationSpec operation = exchange.call().spec();
      Caller caller = exchange.caller();
      if (!caller.opens(operation)) {
        return Exchange.one(
            new Fault.MissingRole(
                "a restricted data token of grant "
                    + caller.grantId()
                    + " does not name "
                    + operation.path()));
      }
      Role role = operation.role();
      return role == null || caller.roles().contains(role)
          ? List.of()
          : Exchange.one(
              new Fault.MissingRole(
                  "grant " + caller.grantId() + " lacks the role " + role.title()));
    }
  },

  /** Sees that the caller is within its usage plan; may block where servers count together. */
  THROTTLE(Set.of(Fault.Throttled.class, Fault.Unavailable.class)) {
    @Override
    List<Fault> run(Exchange exchange, Pipeline pipeline) {
      Throttle throttle = pipeline.parts().throttle();
      OperationSpec operation = exchange.call().spec();
      Decision decision =
          exchange.atOnce
              ? throttle.takeAtOnce(operation, exchange.caller())
              : throttle.take(operation, exchange.caller());
      if (decision.allowed()) {
        return List.of();
      }
      pipeline.traffic().throttled(exchange.label);
      return Exchange.one(
          new Fault.Throttled(
              decision.retryAfter(),
              "over the usage plan; the next call can succeed in "
                  + decision.retryAfter().toMillis()
                  + " ms"));
    }
  },

  /** Turns parameters, and the body where there is one, into the operation's query. */
  PARSE(
      Set.of(
          Fault.BadParameter.class,
          Fault.IncompleteBody.class,
          Fault.WrongRegion.class,
          Fault.NoSuchCase.class)) {
    @Override
    List<Fault> run(Exchange exchange, Pipeline pipeline) {
      Parameters parameters = new Parameters(exchange.target().query(), exchange.pathParameters);
      return exchange
          .call()
          .parse(
              new OperationRequest(
                  parameters,
                  exchange.caller(),
                  exchange.arrivedAt,
                  pipeline.parts().pageTokens(),
                  exchange.requestBody,
                  pipeline.parts().accessTokens()));
    }
  },

  /** Reads the page from the store: this may block. */
  READ(Set.of(Fault.Unavailable.class, Fault.Internal.class, Fault.NotFound.class)) {
    @Override
    List<? extends Fault> run(Exchange exchange, Pipeline pipeline) {
      long start = System.nanoTime();
      Store store = pipeline.parts().store();
      List<? extends Fault> faults = exchange.call().read(exchange.atOnce ? store.atOnce() : store);
      pipeline.traffic().read(exchange.label, System.nanoTime() - start);
      return faults;
    }
  },

  /** Splices the page into a body. */
  RENDER(Set.of()) {
    @Override
    List<Fault> run(Exchange exchange, Pipeline pipeline) {
      exchange.body = exchange.call().render();
      return List.of();
    }
  },

  /** Puts the body into a buffer of the socket's, under the headers of a good answer. */
  RESPOND(Set.of()) {
    @Override
    List<Fault> run(Exchange exchange, Pipeline pipeline) {
      exchange.response = pipeline.answers().page(exchange);
      return List.of();
    }
  };

  // Made by Set.of, which the checker doesn't see.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Set<Class<? extends Fault>> refusals;

  Stage(Set<Class<? extends Fault>> refusals) {
    this.refusals = refusals;
  }

  /** Takes the step; a request goes on while no stage returns a fault. */
  abstract List<? extends Fault> run(Exchange exchange, Pipeline pipeline);

  /** Returns the faults for which this stage may refuse a request. */
  Set<Class<? extends Fault>> refusals() {
    return refusals;
  }

  /** Says whether all of these faults are among those this stage may return. */
  boolean announces(List<? extends Fault> faults) {
    return faults.stream().allMatch(fault -> refusals.contains(fault.getClass()));
  }
}
