package daybook.config.word;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Finds the known word that somebody may have meant. */
public final class Spelling {

  private static final int MAX_CHARS = 200;

  private Spelling() {}

  /** Returns the known word with the fewest edits from the given one; ties by the alphabet. */
  public static String nearest(String word, Collection<String> known) {
    return known.stream()
        .min(
            Comparator.<String>comparingInt(candidate -> distance(word, candidate))
                .thenComparing(Comparator.naturalOrder()))
        .orElseThrow(() -> new IllegalArgumentException("no word is known"));
  }

  /** Counts the insertions, deletions and replacements from one word to the other, case-blind. */
  static int distance(String from, String to) {
    String a = folded(from);
    String b = folded(to);
    int[] above = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
      }
      above = row;
    }
    return above[b.length()];
  }

  private static String folded(String word) {
    String head = word.length() <= MAX_CHARS ? word : word.substring(0, MAX_CHARS);
    return head.toLowerCase(Locale.ROOT);
  }
}
