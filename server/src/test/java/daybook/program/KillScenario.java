package daybook.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** Work of the program that may be killed at any moment, and what must hold afterwards. */
interface KillScenario {

  /** All there are; whoever adds work that writes to a store adds a scenario. */
  static List<KillScenario> all() {
    return List.of(
        new ImportKills(), new MigrationKills(), new CopyKills(true), new CopyKills(false));
  }

  /** Returns what is killed, and on which engine. */
  String name();

  /** Makes what all kills begin with. */
  void prepare(Path directory) throws Exception;

  /**
   * Begins the work anew, kills it, and sees that what it left is whole.
   *
   * @param data directory of its own, which may be deleted afterwards
   * @throws AssertionError if something is lost, or there by halves, or does not open by itself
   */
  Kill kill(Path data, Random chance) throws Exception;

  /**
   * What a kill hit.
   *
   * @param cutShort whether the work had not come to its end
   * @param acknowledged how many records others could see before the kill
   * @param kept how many were there after it
   * @param finished whether the work was then done to its end by another run
   */
  record Kill(boolean cutShort, long acknowledged, long kept, boolean finished) {}

  /** Copies one file, whose directory is made. */
  static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    Files.copy(from, to);
  }
}
