package daybook.program;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * A disk of a few megabytes that only one process and its children see: memory, mounted where
 * nobody else looks, so nothing is left of it when they have ended.
 *
 * <p>{@code -Ddaybook.disk=required} makes it an error that the machine does not let us.
 *
 * @param place an empty directory, where the disk is mounted
 * @param megabytes its size
 */
record SmallDisk(Path place, int megabytes) {

  /** Makes one; a machine that does not allow it skips the test. */
  static SmallDisk at(Path place, int megabytes) throws IOException, InterruptedException {
    SmallDisk disk = new SmallDisk(Files.createDirectory(place), megabytes);
    List<String> command = new ArrayList<>(disk.prefix());
    command.add("true");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    if (!process.waitFor(20, TimeUnit.SECONDS) || process.exitValue() != 0) {
      String missing = "no small disk here: this test needs to mount one in a namespace of its own";
      if (System.getProperty("daybook.disk", "").equals("required")) {
        throw new AssertionError(missing);
      }
      Assumptions.abort(missing);
    }
    return disk;
  }

  /** Returns what begins the command of a process that is to see the disk, with nothing on it. */
  List<String> prefix() {
    return prefix("true");
  }

  /** Returns the same, with a directory's content copied to the disk first. */
  List<String> prefix(Path content) {
    return prefix("cp -a '" + content + "/.' '" + place + "'");
  }

  private List<String> prefix(String preparation) {
    boolean root = System.getProperty("user.name").equals("root");
    return List.of(
        "unshare",
        root ? "-m" : "-rm",
        "sh",
        "-c",
        "mount -t tmpfs -o size=%dm,mode=0700 small '%s' && %s && exec \"$@\""
            .formatted(megabytes, place, preparation),
        "sh");
  }

  /** Fills what is left of the disk that a process sees, and returns the file that does so. */
  Path fill(long pid) throws IOException {
    Path ballast = Path.of("/proc/" + pid + "/root" + place, "ballast");
    byte[] block = new byte[4096];
    try (OutputStream out = Files.newOutputStream(ballast)) {
      for (int written = 0; written < megabytes << 20; written += block.length) {
        out.write(block);
      }
    } catch (IOException e) {
      return ballast;
    }
    throw new AssertionError("the disk is not as small as it should be");
  }
}
