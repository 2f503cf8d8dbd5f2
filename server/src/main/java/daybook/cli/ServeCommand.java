package daybook.cli;

import daybook.app.Demo;
import daybook.app.DemoFacts;
import daybook.app.DemoPlan;
import daybook.app.Server;
import daybook.app.Workspace;
import daybook.cli.terminal.Arguments;
import daybook.cli.terminal.Complaint;
import daybook.cli.terminal.Progress;
import daybook.cli.terminal.WorkspaceOptions;
import daybook.sandbox.Sandbox;
import daybook.sandbox.SandboxException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code daybook serve}: serves a store until the process is told to stop. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = "Serves the orders of a store, or a demo world.")
final class ServeCommand implements Callable<Integer> {

  private static final String DEMO_DIRECTORY = "daybook-demo";

  @Mixin private WorkspaceOptions workspace = new WorkspaceOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Port to listen on; 0 takes a free one (default: 8080).")
  private @Nullable Integer port;

  @Option(
      names = "--demo",
      description = "Makes a demo world first, unless it is there (in daybook-demo).")
  private boolean demo;

  @Option(
      names = "--demo-orders",
      paramLabel = "N",
      description = "Orders of a new demo world (default: ${DEFAULT-VALUE}).",
      defaultValue = "5000")
  private long demoOrders;

  @Option(
      names = "--demo-seed",
      paramLabel = "N",
      description = "Seed of a new demo world (default: ${DEFAULT-VALUE}).",
      defaultValue = "1")
  private long demoSeed;

  @Option(
      names = "--sandbox",
      paramLabel = "FILE",
      arity = "1..*",
      description =
          "Answers nothing but the x-amzn-api-sandbox cases of these model files; needs --demo or"
              + " a data directory for access tokens.")
  private List<Path> sandboxFiles = List.of();

  @Override
  public Integer call() {
    Sandbox sandbox = sandboxFiles.isEmpty() ? null : sandbox();
    Workspace open = demo ? Workspace.open(workspace.settings(flags())) : workspace.open(flags());
    Server server;
    DemoFacts facts;
    try {
      facts = demo ? demo(open) : null;
      if (sandbox == null) {
        completeViews(open);
        server = Server.start(open);
      } else {
        server = Server.start(open, sandbox.operations());
      }
    } catch (RuntimeException e) {
      open.close();
      throw e;
    }
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, open), "daybook-stop"));
    announce(open, server, facts, sandbox);
    return DaybookCommand.KEEP_RUNNING;
  }

  private Sandbox sandbox() {
    try {
      return Sandbox.read(sandboxFiles);
    } catch (SandboxException e) {
      throw new Complaint("these sandbox cases can't be served:\n" + e.getMessage());
    }
  }

  private Map<String, String> flags() {
    Map<String, String> flags = new LinkedHashMap<>();
    if (port != null) {
      flags.put("server.port", port.toString());
    }
    if (demo && !workspace.namesData()) {
      flags.put("store.data-dir", DEMO_DIRECTORY);
    }
    return flags;
  }

  private DemoFacts demo(Workspace open) {
    Demo world = new Demo(open);
    DemoFacts facts = world.facts();
    if (facts != null) {
      return facts;
    }
    if (world.wouldMixWithRealData()) {
      throw new Complaint(
          open.settings().store().place()
              + " holds accounts that are no demo; name another one with --data or --store");
    }
    if (demoOrders < 1) {
      throw new Complaint("--demo-orders must be at least 1");
    }
    DemoPlan plan =
        new DemoPlan(demoSeed, open.clock().instant().truncatedTo(ChronoUnit.SECONDS), demoOrders);
    try (Progress progress = Progress.upTo(demoOrders, "Making the demo world", spec)) {
      facts = world.create(plan, progress::reached);
      progress.done("Made a demo world of " + demoOrders + " orders.");
    }
    return facts;
  }

  // What is served was rendered when it was written: by an older program perhaps, or under settings
  // that spelled it otherwise.
  private void completeViews(Workspace open) {
    if (open.viewsAreComplete()) {
      return;
    }
    spec.commandLine()
        .getErr()
        .println(
            "Rendering all records anew, since this program or its settings show them otherwise.");
    try (Progress progress = Progress.counting("Records", spec)) {
      long records = open.reindex(progress::reached);
      progress.done("Rendered " + Arguments.count(records, "record") + ".");
    }
  }

  private void announce(
      Workspace open, Server server, @Nullable DemoFacts facts, @Nullable Sandbox sandbox) {
    PrintWriter out = spec.commandLine().getOut();
    String address = open.settings().server().address();
    boolean encrypted = open.settings().tls().enabled();
    String url = (encrypted ? "https://" : "http://") + address + ":" + server.port();
    if (facts != null) {
      DemoFacts here = facts.servedAt(url);
      new Demo(open).save(here);
      DemoGuide guide = new DemoGuide(open, here);
      if (sandbox == null) {
        guide.print(out);
      } else {
        guide.print(out, sandbox);
      }
    } else if (sandbox != null) {
      DemoGuide.print(out, sandbox, url, "ACCESS_TOKEN");
    }
    if (encrypted && server.plainPort() != 0) {
      out.println("In plain on http://" + address + ":" + server.plainPort());
    }
    out.println("Serving " + open.settings().store().place() + " on " + url);
    out.flush();
  }

  private static void stop(Server server, Workspace open) {
    server.close();
    open.close();
  }
}
