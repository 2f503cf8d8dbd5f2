package daybook.ingest.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One file to import.
 *
 * @param name as it was given or found, "-" for standard input
 * @param path where it is; null for standard input
 * @param size in bytes; -1 if nobody knows
 */
public record SourceFile(String name, @Nullable Path path, long size) {

  public static final String STANDARD_INPUT = "-";

  /**
   * Returns the file of that name, or all files below the directory of that name, by name and
   * without the hidden ones.
   *
   * @throws IOException if there is nothing to read; the message says why
   */
  public static List<SourceFile> find(String name) throws IOException {
    if (name.equals(STANDARD_INPUT)) {
      return List.of(new SourceFile(name, null, -1));
    }
    Path path = Path.of(name);
    if (!Files.exists(path)) {
      throw new IOException("there is no such file");
    }
    if (!Files.isReadable(path)) {
      throw new IOException("it may not be read");
    }
    if (!Files.isDirectory(path)) {
      return List.of(new SourceFile(name, path, Files.size(path)));
    }
    List<SourceFile> files = new ArrayList<>();
    collect(path, files);
    if (files.isEmpty()) {
      throw new IOException("there are no files in this directory");
    }
    return files;
  }

  // Not Files.walk: it would descend into hidden directories, and stop at the first locked one.
  private static void collect(Path directory, List<SourceFile> files) throws IOException {
    List<Path> children;
    try (Stream<Path> listed = Files.list(directory)) {
      children =
          listed
              .filter(child -> !child.getFileName().toString().startsWith("."))
              .sorted(Comparator.comparing(Path::toString))
              .toList();
    }
    for (Path child : children) {
      if (!Files.isDirectory(child)) {
        files.add(new SourceFile(child.toString(), child, Files.size(child)));
      } else if (!Files.isSymbolicLink(child)) {
        collect(child, files);
      }
    }
  }
}
