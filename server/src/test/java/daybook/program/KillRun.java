package daybook.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Many kills of one scenario.
 *
 * @param scenario what was killed
 * @param kills how often
 * @param cutShort how many kills came before the end of the work
 * @param acknowledged how many records others could see before the kills, all together
 * @param kept how many were there afterwards
 * @param finished how many stores were then brought to the end by another run
 */
record KillRun(
    String scenario, int kills, int cutShort, long acknowledged, long kept, int finished) {

  /** Runs by hand: {@code KILLS [SEED]}, from the directory of the built program. */
  public static void main(String[] arguments) throws Exception {
    int kills = Integer.parseInt(arguments[0]);
    long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
    for (KillScenario scenario : KillScenario.all()) {
      Path directory = Files.createTempDirectory("kills");
      System.out.println(of(scenario, directory, kills, seed).report());
      delete(directory);
    }
  }

  /** Prepares a scenario below the directory and kills it so often. */
  static KillRun of(KillScenario scenario, Path directory, int kills, long seed) throws Exception {
    scenario.prepare(directory);
    // What the moments hit differs from run to run all the same.
    Random chance = new Random(seed);
    KillRun run = new KillRun(scenario.name(), 0, 0, 0, 0, 0);
    for (int i = 0; i < kills; i++) {
      Path data = Files.createDirectory(directory.resolve("kill-" + i));
      try {
        run = run.and(scenario.kill(data, chance));
      } catch (AssertionError e) {
        throw new AssertionError(
            scenario.name() + ", kill " + i + " of seed " + seed + ", left in " + data, e);
      }
      delete(data);
    }
    return run;
  }

  private KillRun and(KillScenario.Kill kill) {
    return new KillRun(
        scenario,
        kills + 1,
        cutShort + (kill.cutShort() ? 1 : 0),
        acknowledged + kill.acknowledged(),
        kept + kill.kept(),
        finished + (kill.finished() ? 1 : 0));
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.delete(file);
      }
    }
  }

  /** Says what was verified. */
  String report() {
    return String.format(
        Locale.ROOT,
        "%s: %,d kills, %,d of them before the end; %,d records were acknowledged, %,d kept, none of"
            + " the acknowledged lost, none by halves; every store opened by itself, %,d of %,d were"
            + " then brought to the end.",
        scenario,
        kills,
        cutShort,
        acknowledged,
        kept,
        finished,
        kills);
  }
}
