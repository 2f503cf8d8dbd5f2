package conformance;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Reads tables of cases: a line each, cells between bars; lines with a # in front are comments. */
public final class Table {

  private Table() {}

  /** Returns the rows of a resource. */
  public static List<List<String>> rows(String resource, int cells) {
    return lines(resource).stream().map(line -> cells(line, cells)).toList();
  }

  /** Returns the lines of a resource that are not empty and no comments. */
  public static List<String> lines(String resource) {
    try (InputStream in = Table.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalArgumentException("no resource " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> cells(String line, int count) {
    List<String> cells = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
    if (cells.size() != count) {
      throw new IllegalArgumentException(count + " cells expected: " + line);
    }
    return cells;
  }
}
