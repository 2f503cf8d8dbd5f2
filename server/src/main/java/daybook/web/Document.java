package daybook.web;

import java.util.Map;

/**
 * A file of the program that anyone may read, with the headers it is sent with.
 *
 * @param headers headers by name
 * @param body the file
 */
public record Document(Map<String, String> headers, byte[] body) {

  /** Copies the map. */
  public Document {
    headers = Map.copyOf(headers);
  }

  /** Returns the name of exactly this content. */
  public String tag() {
    return headers.getOrDefault("ETag", "");
  }

  /** Says whether a reader who names the contents he has, or "*", has this one. */
  public boolean isAmong(String tags) {
    for (String tag : tags.split(",", -1)) {
      String strong = tag.strip().startsWith("W/") ? tag.strip().substring(2) : tag.strip();
      if (strong.equals("*") || strong.equals(tag())) {
        return true;
      }
    }
    return false;
  }
}
