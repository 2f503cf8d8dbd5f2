package daybook.cli.store;

import java.util.ArrayList;
import java.util.List;

/** Text that is typed or read, cut into statements at the semicolons that end them. */
final class Statements {

  private final StringBuilder pending = new StringBuilder();

  /** Adds text and returns the statements that are complete now. */
  List<String> add(String text) {
    pending.append(text);
    List<String> complete = new ArrayList<>();
    int end = end();
    while (end >= 0) {
      String statement = pending.substring(0, end).strip();
      if (!statement.isEmpty()) {
        complete.add(statement);
      }
      pending.delete(0, end + 1);
      end = end();
    }
    return complete;
  }

  /** Says whether a statement has begun. */
  boolean isOpen() {
    return !pending.toString().isBlank();
  }

  /** Returns what has no semicolon yet, and forgets it. */
  String rest() {
    String rest = pending.toString().strip();
    pending.setLength(0);
    return rest;
  }

  /** Returns where the first statement ends, -1 while it does not. */
  private int end() {
    int at = 0;
    while (at < pending.length()) {
      char c = pending.charAt(at);
      if (c == ';') {
        return at;
      }
      at = after(c, at);
      if (at < 0) {
        return -1;
      }
    }
    return -1;
  }

  // Past a quoted text or a comment that begins here, or past this character; -1 if it has no end.
  private int after(char c, int at) {
    return switch (c) {
      case '\'', '"', '`' -> past(String.valueOf(c), at + 1);
      case '[' -> past("]", at + 1);
      case '-' -> pending.indexOf("--", at) == at ? past("\n", at + 2) : at + 1;
      case '/' -> pending.indexOf("/*", at) == at ? past("*/", at + 2) : at + 1;
      default -> at + 1;
    };
  }

  private int past(String closing, int from) {
    int found = pending.indexOf(closing, from);
    return found < 0 ? -1 : found + closing.length();
  }
}
