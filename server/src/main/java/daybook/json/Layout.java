package daybook.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * How a stream is laid out: each line by itself, or values that go over many lines.
 *
 * <p>It matters when something is broken: in the first case the next line is good again, in the
 * second nothing behind the break can be trusted.
 */
final class Layout {

  private static final int MAX_LINES = 50;

  private final JsonFactory factory;
  private final byte[] head;
  private final List<Line> lines = new ArrayList<>();

  /** A line of the head that is not blank. */
  private record Line(int from, int to, boolean indented, boolean ended) {}

  private Layout(JsonFactory factory, byte[] head) {
    this.factory = factory;
    this.head = head;
    split();
  }

  /** Judges by the beginning of a stream. */
  static boolean isLineByLine(JsonFactory factory, byte[] head) {
    return new Layout(factory, head).isLineByLine();
  }

  private boolean isLineByLine() {
    if (lines.isEmpty()) {
      return false;
    }
    Line first = lines.get(0);
    if (!first.ended()) {
      // Nobody sets a line of a megabyte and goes on with the same value in the next one, except
      // in a list of pages.
      return head[first.from()] != '[';
    }
    List<Line> others = lines.stream().skip(1).filter(Line::ended).toList();
    if (isComplete(first)) {
      // Unless another value, pretty-printed, follows the first one.
      return others.isEmpty()
          || !endsOpen(others.get(0))
          || others.stream().anyMatch(line -> !line.indented() && isCompleteObject(line));
    }
    return endsOpen(first)
        ? !others.isEmpty() && others.stream().allMatch(this::isCompleteObject)
        : others.stream().anyMatch(this::isCompleteObject);
  }

  private void split() {
    int from = 0;
    while (from < head.length && lines.size() < MAX_LINES) {
      int to = from;
      while (to < head.length && head[to] != '\n') {
        to++;
      }
      add(from, to);
      from = to + 1;
    }
  }

  private void add(int from, int to) {
    int start = from;
    int end = to;
    while (start < end && head[start] <= ' ' && head[start] >= 0) {
      start++;
    }
    while (end > start && head[end - 1] <= ' ' && head[end - 1] >= 0) {
      end--;
    }
    if (start < end) {
      // A line that reaches the end of a full head goes on behind it.
      lines.add(
          new Line(start, end, start > from, to < head.length || head.length < ByteLines.HEAD));
    }
  }

  private boolean isCompleteObject(Line line) {
    return head[line.from()] == '{' && isComplete(line);
  }

  // Ends where a pretty-printed value would go on in the next line.
  private boolean endsOpen(Line line) {
    byte last = head[line.to() - 1];
    return last == '{' || last == '[' || last == ',' || last == ':';
  }

  private boolean isComplete(Line line) {
    try (JsonParser parser = factory.createParser(head, line.from(), line.to() - line.from())) {
      JsonToken token = parser.nextToken();
      while (token != null) {
        if (!token.isStructStart()) {
          return false;
        }
        parser.skipChildren();
        token = parser.nextToken();
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
