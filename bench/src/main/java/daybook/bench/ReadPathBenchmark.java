package daybook.bench;

import daybook.access.AccessTokens;
import daybook.access.RevokedGrants;
import daybook.access.Verdict;
import daybook.app.Workspace;
import daybook.contract.Body;
import daybook.contract.Caller;
import daybook.contract.Operation;
import daybook.contract.OperationRequest;
import daybook.contract.Page;
import daybook.contract.PageToken;
import daybook.contract.PageTokens;
import daybook.contract.Parameters;
import daybook.contract.Parsed;
import daybook.contract.Role;
import daybook.domain.AccountId;
import daybook.operation.reporting2025.OrderReportView;
import daybook.store.Grant;
import daybook.store.Position;
import daybook.store.Scan;
import daybook.store.Slice;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Takes the way of a read apart: what each step costs without a socket. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ReadPathBenchmark {

  private static final int PAGE = 100;
  private static final Duration YEAR = Duration.ofDays(366);

  /** Data directory of a store that {@code bench/run} made. */
  @Param("")
  public String store = "";

  private final Random random = new Random(1);
  private Workspace workspace;
  private List<AccountId> accounts;
  private Operation<?> getOrderReports;
  private AccessTokens accessTokens;
  private PageTokens pageTokens;
  private Caller caller;
  private String accessToken;
  private String pageToken;

  /** Opens the store and issues the tokens to be read. */
  @Setup
  public void open() {
    workspace = Stores.open(Path.of(store));
    accounts =
        workspace.store().directory().accounts().stream().map(account -> account.id()).toList();
    getOrderReports = workspace.catalogue().operations().get(0);
    Grant grant = workspace.store().directory().grants().get(0);
    accessTokens = workspace.accessTokens(new RevokedGrants(workspace.store().directory()));
    accessToken = accessTokens.issue(grant, Bench.END);
    pageTokens = new PageTokens(new byte[32], YEAR);
    caller =
        new Caller(
            grant.clientId(),
            grant.grantId(),
            grant.account(),
            Set.of(Role.AMAZON_BUSINESS_ANALYTICS));
    PageToken next = new PageToken("", Bench.END, new Position(Bench.END, "111-0000000-0000000"));
    pageToken = pageTokens.seal(next, "getOrderReports", caller, Bench.END);
  }

  /** Closes the store. */
  @TearDown
  public void close() {
    workspace.close();
  }

  /** Verifies an access token that was seen before, as nearly all are. */
  @Benchmark
  public Verdict verifyAccessToken() {
    return accessTokens.verify(accessToken, Bench.END);
  }

  /** Opens a page token. */
  @Benchmark
  public PageTokens.Opened openPageToken() {
    return pageTokens.open(pageToken, "getOrderReports", caller, Bench.END);
  }

  /** Reads a page of 100 pieces from anywhere in the store. */
  @Benchmark
  public Slice readPage() {
    return workspace
        .store()
        .orders()
        .scan(
            new Scan(
                accounts.get(random.nextInt(accounts.size())),
                OrderReportView.ID,
                anyInstant(),
                Bench.END,
                null,
                PAGE,
                List.of()));
  }

  /** Does all of getOrderReports but the socket: parse, read, render. */
  @Benchmark
  public Body answer() {
    Caller any =
        new Caller(
            caller.clientId(),
            caller.grantId(),
            accounts.get(random.nextInt(accounts.size())),
            caller.roles());
    Parameters parameters =
        new Parameters(
            Map.of(
                "orderStartDate", List.of(anyInstant().toString()),
                "orderEndDate", List.of(Bench.END.toString())),
            Map.of());
    return answer(getOrderReports, new OperationRequest(parameters, any, Bench.END, pageTokens));
  }

  private <Q> Body answer(Operation<Q> operation, OperationRequest request) {
    if (operation.parse(request) instanceof Parsed.Accepted<Q> accepted) {
      Page page = operation.read(accepted.query(), workspace.store());
      return operation.render(page, accepted.query(), request);
    }
    throw new IllegalStateException("the request of the benchmark is refused");
  }

  private Instant anyInstant() {
    return Bench.END.minusSeconds(random.nextInt((int) YEAR.toSeconds()));
  }
}
