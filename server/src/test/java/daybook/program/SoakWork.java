package daybook.program;

import daybook.access.NewApplication;
import daybook.access.NewGrant;
import daybook.access.Registrar;
import daybook.app.Workspace;
import daybook.contract.Role;
import daybook.contract.Timestamps;
import daybook.domain.AccountId;
import daybook.domain.AsOf;
import daybook.domain.BusinessOrder;
import daybook.domain.SampleOrders;
import daybook.fuzz.Victim;
import daybook.fuzz.Victims;
import daybook.http.tls.CertificateDirectory;
import daybook.http.tls.TestCertificate;
import daybook.ingest.Observed;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What callers, importers and administrators do to a server in a soak, each a step at a time. */
final class SoakWork {

  private static final Instant FIRST = Instant.parse("2025-04-01T00:00:00Z");
  private static final int DAYS = 30;
  private static final int BATCH = 40;
  private static final Pattern ORDER = Pattern.compile("\"orderId\":\"([^\"]+)\"");
  private static final Pattern PAGE = Pattern.compile("\"[nN]ext(?:Page)?Token\":\"([^\"]+)\"");
  private static final Pattern ACCESS = Pattern.compile("\"access_token\":\"([^\"]+)\"");
  private static final List<String> OTHERS =
      List.of(
          "/reports/2025-06-09/purchaseOrders/PO-1/orderReports",
          "/reports/2021-01-08/orders/111-7777777-0000005",
          "/reports/2021-01-08/orders?startDate=2025-03-04&endDate=2025-03-05&includeLineItems=true",
          "/reconciliation/2021-01-08/transactions?feedStartDate=2025-03-01&feedEndDate=2025-03-31",
          "/orders/v0/orders?MarketplaceIds=ATVPDKIKX0DER&CreatedAfter=2025-03-01",
          "/health/ready",
          "/metrics",
          "/nowhere");

  /** Counts by name, in the order of their names. */
  final ConcurrentMap<String, LongAdder> counts = new ConcurrentSkipListMap<>();

  /** All that went wrong; empty in the end if all is well. */
  final Queue<String> problems = new ConcurrentLinkedQueue<>();

  private final RunningServer server;
  private final Victims victims;
  private final Workspace workspace;
  private final CertificateDirectory files;
  private final TestCertificate certificate;
  private final Map<String, Instant> acknowledged = new ConcurrentHashMap<>();
  private final AtomicInteger ids = new AtomicInteger();

  SoakWork(
      RunningServer server,
      Victims victims,
      Workspace workspace,
      CertificateDirectory files,
      TestCertificate certificate) {
    this.server = server;
    this.victims = victims;
    this.workspace = workspace;
    this.files = files;
    this.certificate = certificate;
  }

  /**
   * Lists a few random hours of the account that is written to, from its first page to its last.
   */
  void list(Random random) throws Exception {
    Instant from = FIRST.plus(Duration.ofHours(random.nextInt(DAYS * 24 - 12)));
    Instant to = from.plus(Duration.ofHours(1 + random.nextInt(12)));
    Set<String> before = new HashSet<>();
    acknowledged.forEach(
        (id, at) -> {
          if (!at.isBefore(from) && !at.isAfter(to)) {
            before.add(id);
          }
        });
    String target =
        "/reports/2025-06-09/orderReports?orderStartDate=%s&orderEndDate=%s"
            .formatted(Timestamps.format(from), Timestamps.format(to));
    String token = accessToken(victim("alder"));
    List<String> seen = new ArrayList<>();
    String page = "";
    while (page != null) {
      String body = ask(token, target + (page.isEmpty() ? "" : "&nextPageToken=" + page), 200);
      ORDER.matcher(body).results().forEach(found -> seen.add(found.group(1)));
      Matcher next = PAGE.matcher(body);
      page = next.find() ? next.group(1) : null;
    }
    Set<String> once = new HashSet<>(seen);
    if (once.size() < seen.size()) {
      problems.add("an order twice in " + target);
    }
    before.removeAll(once);
    if (!before.isEmpty()) {
      problems.add(before.size() + " orders missing in " + target);
    }
    count("listings checked", 1);
    count("orders listed", seen.size());
  }

  /** Asks for anything at all, as anybody. */
  void askAround(Random random) throws Exception {
    Victim victim = victims.all().get(random.nextInt(victims.all().size()));
    String token = random.nextInt(10) == 0 ? victim.revoked() : accessToken(victim);
    for (int i = 0; i < 20; i++) {
      ask(token, OTHERS.get(random.nextInt(OTHERS.size())), 0);
    }
  }

  /** Writes orders, half of them new; what is written is acknowledged. */
  void write(Random random) {
    Map<String, Instant> batch = new ConcurrentHashMap<>();
    List<Observed<BusinessOrder>> orders = new ArrayList<>();
    long now = workspace.clock().instant().toEpochMilli();
    for (int i = 0; i < BATCH; i++) {
      int number =
          ids.get() > 100 && random.nextBoolean()
              ? random.nextInt(ids.get())
              : ids.getAndIncrement();
      String id = "555-0000000-%07d".formatted(number);
      // An order keeps its date, or a listing could meet it twice.
      Instant at = FIRST.plusSeconds(Math.floorMod(number * 7_919L, DAYS * 86_400L));
      if (batch.put(id, at) == null) {
        orders.add(
            new Observed<>(
                SampleOrders.draft(id).placedAt(at).build(),
                new AsOf(Instant.ofEpochMilli(now), 1)));
      }
    }
    workspace.writer(workspace.catalogue().orders()).write(new AccountId("alder"), orders);
    acknowledged.putAll(batch);
    count("orders written", orders.size());
  }

  /** Makes an application with a grant, uses it, and takes both away again. */
  void administer(Random random) throws Exception {
    Registrar registrar = workspace.registrar();
    NewApplication application = registrar.createApplication("soak");
    NewGrant grant =
        registrar.createGrant(
            application.clientId(), new AccountId("birch"), Set.of(Role.values()));
    String secret =
        random.nextBoolean()
            ? application.clientSecret()
            : registrar.rotateSecret(application.clientId()).clientSecret();
    String token = token(application.clientId(), secret, grant.credential());
    String target = OTHERS.get(1);
    ask(token, target, 404);
    registrar.revokeGrant(grant.grant().grantId());
    long start = System.nanoTime();
    int status = 404;
    while (status == 404 && System.nanoTime() - start < Duration.ofSeconds(10).toNanos()) {
      status = server.get(target, token).statusCode();
    }
    // Which of the two it is depends on the operation.
    if (status != 401 && status != 403) {
      problems.add("a revoked grant's token was answered " + status + " after 10 s");
    }
    registrar.deleteApplication(application.clientId());
    count("grants made and revoked", 1);
    // The same certificate in another file: it is loaded anew.
    files.write("certificate.pem", certificate.certificatePem() + "\n".repeat(random.nextInt(50)));
  }

  private String ask(String token, String target, int wanted) throws Exception {
    HttpResponse<String> answer = server.get(target, token);
    count("requests", 1);
    count("status " + answer.statusCode(), 1);
    boolean bad = wanted == 0 ? answer.statusCode() >= 500 : answer.statusCode() != wanted;
    if (bad) {
      problems.add(answer.statusCode() + " for " + target + ": " + answer.body());
    }
    return answer.body();
  }

  private String accessToken(Victim victim) throws Exception {
    return token(victims.clientId(), victims.clientSecret(), victim.refresh());
  }

  private String token(String clientId, String secret, String refresh) throws Exception {
    String form =
        "grant_type=refresh_token&client_id=%s&client_secret=%s&refresh_token=%s"
            .formatted(clientId, secret, URLEncoder.encode(refresh, StandardCharsets.UTF_8));
    HttpResponse<String> answer = server.token(form);
    count("tokens asked for", 1);
    Matcher token = ACCESS.matcher(answer.body());
    if (!token.find()) {
      throw new IllegalStateException("no token: " + answer.body());
    }
    return token.group(1);
  }

  private Victim victim(String name) {
    return victims.all().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
  }

  void count(String what, long by) {
    counts.computeIfAbsent(what, absent -> new LongAdder()).add(by);
  }
}
