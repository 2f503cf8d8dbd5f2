package daybook.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a server holds after a collection of garbage.
 *
 * @param heapBytes bytes of all objects that are in use
 * @param residentBytes memory of the process; 0 where the system does not tell
 * @param files open file descriptors; 0 where the system does not tell
 * @param threads threads of the process; 0 where the system does not tell
 */
public record Vitals(long heapBytes, long residentBytes, long files, long threads) {

  private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");
  private static final Pattern RESIDENT = Pattern.compile("(?m)^VmRSS:\\s+(\\d+) kB");
  private static final Pattern THREADS = Pattern.compile("(?m)^Threads:\\s+(\\d+)");

  /** Looks at a process of Java. */
  public static Vitals of(long pid) throws IOException, InterruptedException {
    // The histogram counts what is live, and collects all else beforehand.
    Matcher total = TOTAL.matcher(jcmd(pid, "GC.class_histogram"));
    if (!total.find()) {
      throw new IOException("no histogram of process " + pid);
    }
    return new Vitals(
        Long.parseLong(total.group(1)),
        status(pid, RESIDENT) * 1024,
        files(pid),
        status(pid, THREADS));
  }

  /** Counts the open file descriptors. */
  public static long files(long pid) throws IOException {
    Path directory = Path.of("/proc/" + pid + "/fd");
    if (!Files.isDirectory(directory)) {
      return 0;
    }
    try (Stream<Path> all = Files.list(directory)) {
      return all.count();
    }
  }

  private static long status(long pid, Pattern line) throws IOException {
    Path status = Path.of("/proc/" + pid + "/status");
    if (!Files.exists(status)) {
      return 0;
    }
    Matcher found = line.matcher(Files.readString(status));
    return found.find() ? Long.parseLong(found.group(1)) : 0;
  }

  private static String jcmd(long pid, String command) throws IOException, InterruptedException {
    Process jcmd =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(pid),
                command)
            .redirectErrorStream(true)
            .start();
    String said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    jcmd.waitFor();
    return said;
  }

  @Override
  public String toString() {
    return "heap %.1f MiB, resident %.1f MiB, %d files, %d threads"
        .formatted(heapBytes / 1048576.0, residentBytes / 1048576.0, files, threads);
  }
}
