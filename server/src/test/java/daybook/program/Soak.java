package daybook.program;

import daybook.app.Workspace;
import daybook.config.Settings;
import daybook.config.SettingsInput;
import daybook.fuzz.Assault;
import daybook.fuzz.Tally;
import daybook.fuzz.Victims;
import daybook.fuzz.Vitals;
import daybook.http.tls.CertificateDirectory;
import daybook.http.tls.TestCertificate;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server that is used by everybody at once for a while: callers, an importer, an administrator
 * and somebody hostile; over TLS, with a certificate that keeps changing.
 *
 * @param table figures over time, for people
 * @param problems all that went wrong
 * @param before what the server held after the first quarter
 * @param after what it held in the end
 */
record Soak(String table, List<String> problems, Vitals before, Vitals after) {

  private static final int CALLERS = 3;
  private static final int ROWS = 10;
  private static final Pattern PLAIN = Pattern.compile("In plain on http://[^:]+:(\\d+)");

  /** Runs by hand: {@code SECONDS}, from the directory of the built program. */
  public static void main(String[] arguments) throws Exception {
    Duration time = Duration.ofSeconds(Long.parseLong(arguments[0]));
    Soak soak = of(Files.createTempDirectory("soak"), time);
    System.out.println(soak.table());
    soak.problems().forEach(System.out::println);
  }

  /** Runs one below the directory. */
  static Soak of(Path directory, Duration time) throws Exception {
    Path data = directory.resolve("data");
    Victims victims = Victims.settle(data);
    TestCertificate certificate = TestCertificate.of("soak");
    CertificateDirectory files = new CertificateDirectory(directory);
    files.put(certificate);
    HttpClient client =
        HttpClient.newBuilder().sslContext(TestCertificate.trusting(certificate)).build();
    String arguments =
        "--port 0 --set throttle.enabled=false --set tls.certificate=certificate.pem"
            + " --set tls.key=key.pem --set tls.plain-port=0 --set tls.check-interval=500ms"
            + " --set logging.access-log=false"
            // What the hostile one holds the server to.
            + " --set server.request-timeout=3s --set server.idle-timeout=5s --data "
            + data;
    Settings settings =
        Settings.load(SettingsInput.ofFlags(Map.of("store.data-dir", data.toString())));
    try (Workspace workspace = Workspace.open(settings);
        RunningServer server = RunningServer.start(client, directory, arguments.split(" ", -1))) {
      SoakWork work = new SoakWork(server, victims, workspace, files, certificate);
      return new Run(server, work, victims, time).run();
    }
  }

  /** A thing that somebody does over and over. */
  private interface Step {
    void take(Random random) throws Exception;
  }

  /** One soak under way. */
  private static final class Run {

    private final RunningServer server;
    private final SoakWork work;
    private final Victims victims;
    private final Duration time;
    private final CountDownLatch end = new CountDownLatch(1);
    private final Tally tally = new Tally();
    private final StringBuilder table =
        new StringBuilder("| s | requests | orders written | heap | resident | files | threads |\n")
            .append("| --- | --- | --- | --- | --- | --- | --- |\n");

    Run(RunningServer server, SoakWork work, Victims victims, Duration time) {
      this.server = server;
      this.work = work;
      this.victims = victims;
      this.time = time;
    }

    Soak run() throws Exception {
      ExecutorService everybody = Executors.newCachedThreadPool();
      for (int i = 0; i < CALLERS; i++) {
        again(everybody, i, work::list);
        again(everybody, 100 + i, work::askAround);
      }
      again(everybody, 200, this::writeAndRest);
      again(everybody, 201, work::administer);
      again(everybody, 202, hostile());
      long start = System.nanoTime();
      Vitals before = null;
      for (int row = 1; row <= ROWS; row++) {
        long until = start + time.toNanos() * row / ROWS;
        end.await(until - System.nanoTime(), TimeUnit.NANOSECONDS);
        Vitals now = Vitals.of(server.pid());
        before = before == null && row * 4 >= ROWS ? now : before;
        addRow((System.nanoTime() - start) / 1_000_000_000, now);
      }
      end.countDown();
      everybody.shutdown();
      if (!everybody.awaitTermination(60, TimeUnit.SECONDS)) {
        work.problems.add("somebody still waited for an answer after 60 s");
      }
      settle(before);
      Vitals after = Vitals.of(server.pid());
      addRow((System.nanoTime() - start) / 1_000_000_000, after);
      work.counts.forEach(
          (what, count) -> table.append('\n').append(what).append(": ").append(count));
      table.append("\nhostile requests: ").append(tally.requests()).append('\n');
      List<String> problems = new ArrayList<>(work.problems);
      tally.problems().forEach(problem -> problems.add(problem));
      return new Soak(table.toString(), problems, before, after);
    }

    // An importer that writes all the time would only show how fast the disk is.
    private void writeAndRest(Random random) throws Exception {
      work.write(random);
      end.await(200, TimeUnit.MILLISECONDS);
    }

    private Step hostile() throws Exception {
      Matcher plain = PLAIN.matcher(server.printed());
      if (!plain.find()) {
        throw new IllegalStateException(server.printed());
      }
      Assault assault = new Assault(Integer.parseInt(plain.group(1)), victims, 11, tally);
      return new Step() {
        private long next;

        @Override
        public void take(Random random) throws Exception {
          assault.run(next, next + 50);
          next += 50;
        }
      };
    }

    private void again(ExecutorService everybody, long seed, Step step) {
      everybody.execute(
          () -> {
            Random random = new Random(seed);
            while (end.getCount() > 0) {
              try {
                step.take(random);
              } catch (Exception e) {
                work.problems.add("seed " + seed + ": " + e);
                return;
              }
            }
          });
    }

    // The server notices a moment later that clients have gone.
    private void settle(Vitals before) throws Exception {
      long files = Vitals.files(server.pid());
      for (int i = 0; i < 60 && files > before.files() && server.livesOn(50); i++) {
        files = Vitals.files(server.pid());
      }
    }

    private void addRow(long second, Vitals vitals) {
      table.append(
          "| %d | %s | %s | %.1f MiB | %.0f MiB | %d | %d |%n"
              .formatted(
                  second,
                  work.counts.get("requests"),
                  work.counts.get("orders written"),
                  vitals.heapBytes() / 1048576.0,
                  vitals.residentBytes() / 1048576.0,
                  vitals.files(),
                  vitals.threads()));
    }
  }
}
