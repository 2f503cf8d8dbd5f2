package daybook.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The documents of the repository, and how tests read them. */
final class Pages {

  static final Path ROOT = Path.of("..");

  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern LINK = Pattern.compile("\\[[^\\]]*]\\(([^)\\s]+)\\)");

  private Pages() {}

  /** Returns every page of the repository. */
  static List<Path> all() {
    try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"));
        Stream<Path> top = Files.list(ROOT)) {
      return Stream.concat(docs, top)
          .filter(path -> path.toString().endsWith(".md"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String read(String name) {
    return read(ROOT.resolve(name));
  }

  static String read(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the cells of every row of every table, heads and rulers left out. */
  static List<List<String>> rows(String page) {
    return page.lines()
        .filter(line -> line.startsWith("| ") && !line.startsWith("|--"))
        .map(line -> line.substring(1, line.lastIndexOf('|')).split("(?<!\\\\)\\|", -1))
        .map(cells -> Arrays.stream(cells).map(String::strip).toList())
        .toList();
  }

  /** Returns what stands between backquotes. */
  static List<String> code(String text) {
    return CODE.matcher(text).results().map(found -> found.group(1)).toList();
  }

  /** Returns where the links of a page lead. */
  static List<String> links(String page) {
    return LINK.matcher(page).results().map(Pages::target).toList();
  }

  private static String target(MatchResult link) {
    return link.group(1);
  }
}
