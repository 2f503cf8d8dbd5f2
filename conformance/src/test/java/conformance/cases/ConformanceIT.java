package conformance.cases;

import conformance.Case;
import conformance.Mismatch;
import conformance.NotApplicable;
import conformance.Outcome;
import conformance.Outcome.Verdict;
import conformance.Profile;
import conformance.Report;
import conformance.StartedServer;
import conformance.StartedServer.Place;
import conformance.Table;
import conformance.Target;
import conformance.sight.Kit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.opentest4j.TestAbortedException;

/**
 * The contract, case by case, against the target of {@code -Dtarget} or a demo that is started
 * here.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConformanceIT {

  private static final Path JAR = Path.of(Target.property("server.jar"));

  private static final Profile PROFILE = Profile.of(Target.property("profile"));

  /** What no profile changes; the other families are about what documents say. */
  private static final Set<String> OF_ALL_PROFILES =
      Set.of("Tokens", "Reconciliation", "Orders", "Restricted data", "Regions");

  /** How many servers each of those that are started here is made of, on a PostgreSQL. */
  private static final String NODES = Target.property("nodes");

  private final List<StartedServer> started = new ArrayList<>();
  private Database database;
  private final Map<Profile, Kit> profiles = new EnumMap<>(Profile.class);
  private Report report = new Report("");
  private Kit kit;
  private Kit limits;

  /**
   * Four servers where none is given: one that never throttles, one whose tokens die young and that
   * waits for nobody, and one of each other profile.
   */
  @BeforeAll
  void findTarget() throws Exception {
    String url = Target.property("target");
    if (!url.isEmpty() || !Target.property("demo").isEmpty()) {
      kit = new Kit(Target.ofProperties(url), () -> Target.property("authorization.code"), false);
      limits = Target.property("limits.demo").isEmpty() ? kit : limitsOfProperties();
      if (PROFILE != Profile.DOCUMENTED) {
        profiles.put(PROFILE, kit);
      }
    } else if (PROFILE == Profile.DOCUMENTED) {
      startServers();
    } else {
      throw new IllegalArgumentException("-Dprofile tells of a target: it needs a -Dtarget");
    }
    report = new Report(kit.target.url());
  }

  private void startServers() throws Exception {
    StartedServer main = start(3000, "throttle.enabled=false");
    StartedServer hasty =
        start(
            600,
            "tokens.access-lifetime=4s",
            "tokens.page-lifetime=2s",
            "server.request-timeout=4s");
    StartedServer observed = start(300, profiled(Profile.OBSERVED));
    StartedServer strict = start(300, profiled(Profile.STRICT));
    kit = new Kit(main.withBuyer(sellers(main)), main::authorizationCode, false);
    limits = new Kit(sellers(hasty), () -> "", true);
    profiles.put(Profile.OBSERVED, new Kit(observed.target(), () -> "", false));
    profiles.put(Profile.STRICT, new Kit(strict.withBuyer(strict.target()), () -> "", false));
  }

  // Limits of that size are never felt; the one that is left is tried.
  private static String[] profiled(Profile profile) {
    return Stream.concat(
            Stream.of("wire.profile=" + profile.text()),
            Stream.of(
                    "getOrderReports",
                    "getOrdersByOrderDate",
                    "getOrdersByOrderId",
                    "getTransactions",
                    "getOrders")
                .map(operation -> "throttle.plan." + operation + "=1000/1000"))
        .toArray(String[]::new);
  }

  private StartedServer start(int orders, String... settings) throws IOException {
    List<String> options = new ArrayList<>(List.of("--demo-orders", String.valueOf(orders)));
    for (String setting : settings) {
      options.addAll(List.of("--set", setting));
    }
    StartedServer server = StartedServer.start(JAR, place(), options.toArray(String[]::new));
    started.add(server);
    return server;
  }

  private Place place() throws IOException {
    if (NODES.isEmpty()) {
      return Place.FILE;
    }
    if (database == null) {
      database = new Database();
    }
    return new Place(database.emptySchema(), Integer.parseInt(NODES));
  }

  private Set<Kit> kits() {
    Set<Kit> kits = new LinkedHashSet<>(List.of(kit));
    kits.add(limits);
    kits.addAll(profiles.values());
    return kits;
  }

  private static Target sellers(StartedServer server) throws Exception {
    return server.withSellers(server.target());
  }

  private static Kit limitsOfProperties() throws IOException {
    Path demo = Path.of(Target.property("limits.demo"));
    return new Kit(Target.ofDemo(Target.property("limits.target"), demo), () -> "", true);
  }

  @AfterAll
  void writeReport() throws Exception {
    for (StartedServer server : started) {
      server.close();
    }
    if (database != null) {
      database.close();
    }
    report.write(Path.of(Target.property("report.dir")));
  }

  @TestFactory
  List<DynamicContainer> contract() {
    Map<String, List<Case>> families = new LinkedHashMap<>();
    families.put("Tokens", TokenCases.of(kit));
    families.put("Access", AccessCases.of(kit));
    families.put("Fields", FieldCases.of(kit));
    families.put("Refusals", TableCases.refusals(kit));
    families.put("Leniency", LeniencyCases.of(kit));
    families.put("Reporting 2025", ReportCases.of(kit));
    families.put("Reporting 2021", OrderCases.of(kit));
    families.put("Reconciliation", TransactionCases.of(kit));
    families.put("Orders", SellerOrderCases.of(kit));
    families.put("Restricted data", RestrictedCases.of(kit));
    families.put("Paging", PagingCases.of(kit));
    families.put("Regions", RegionCases.of(kit));
    families.put("Probes", ProbeCases.of(kit, limits));
    families.put("Bounds", BoundCases.of(kit, limits));
    families.put("Headers", HeaderCases.of(limits));
    families.put("Expiry", ExpiryCases.of(limits));
    families.put("Limits", LimitCases.of(limits, limits != kit));
    if (PROFILE != Profile.DOCUMENTED) {
      families.keySet().retainAll(OF_ALL_PROFILES);
    }
    profiles.forEach(
        (profile, of) -> families.put("Profile " + profile.text(), ProfileCases.of(of, profile)));
    List<DynamicContainer> containers = new ArrayList<>();
    families.forEach(
        (name, cases) ->
            containers.add(
                DynamicContainer.dynamicContainer(name, cases.stream().map(this::test).toList())));
    containers.add(
        DynamicContainer.dynamicContainer(
            "Report",
            List.of(DynamicTest.dynamicTest("all that can be tried was", this::checkApplicable))));
    return containers;
  }

  private DynamicTest test(Case each) {
    return DynamicTest.dynamicTest(each.name(), () -> run(each));
  }

  private void run(Case each) throws Exception {
    kits().forEach(one -> one.wire.forget());
    try {
      each.body().run();
      add(each, Verdict.PASS, "", "", "");
    } catch (NotApplicable e) {
      add(each, Verdict.NOT_APPLICABLE, e.getMessage(), "", "");
      throw new TestAbortedException(e.getMessage(), e);
    } catch (Mismatch e) {
      add(each, Verdict.FAIL, "", e.expected(), e.seen());
      throw new AssertionError(hidden(e.getMessage()));
    } catch (Exception e) {
      add(each, Verdict.FAIL, String.valueOf(e), "", "");
      throw e;
    }
  }

  private void add(Case each, Verdict verdict, String reason, String expected, String seen) {
    List<String> requests = new ArrayList<>();
    if (verdict == Verdict.FAIL) {
      kits().forEach(one -> requests.addAll(one.wire.remembered()));
    }
    report.add(
        new Outcome(
            each.section(),
            each.name(),
            verdict,
            reason,
            hidden(expected),
            hidden(seen),
            requests.stream().map(this::hidden).toList()));
  }

  private String hidden(String text) {
    String hidden = text;
    for (Kit one : kits()) {
      hidden = one.wire.hide(hidden);
    }
    return hidden;
  }

  // The demo world has something for every case but the listed ones; another target owes us
  // nothing.
  private void checkApplicable() {
    if (started.isEmpty()) {
      throw new TestAbortedException("only for the demo world");
    }
    Set<String> listed = new TreeSet<>(Table.lines("/conformance/not-in-the-demo.txt"));
    Set<String> idle = new TreeSet<>(listed);
    Set<String> missing = new TreeSet<>();
    for (Outcome outcome : report.all(Verdict.NOT_APPLICABLE)) {
      String reason = "because of: " + outcome.reason();
      if (!listed.contains(outcome.name()) && !listed.contains(reason)) {
        missing.add(outcome.name());
      }
      idle.remove(outcome.name());
      idle.remove(reason);
    }
    Mismatch.unless(missing.isEmpty(), "no case that the demo can't try but the listed", missing);
    Mismatch.unless(idle.isEmpty(), "no case listed that the demo can try", idle);
  }
}
