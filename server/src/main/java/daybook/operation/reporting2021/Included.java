package daybook.operation.reporting2021;

import daybook.contract.Body;
import daybook.contract.Page;
import daybook.listing.Conditions;
import daybook.listing.Frame;
import daybook.listing.Pages;
import daybook.listing.Reading;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The lists that a caller asks for beside the head of each order, and the bodies they lead to.
 *
 * @param parts the lists, in the order in which they are shown
 */
record Included(List<Part> parts) {

  private static final String HEAD = "{\"orders\":[";
  private static final String ASKED = "true";

  /** One frame for each choice of lists, by a bit for each. */
  private static final List<Frame> FRAMES = frames();

  /** Reads the three flags of a request. */
  static Included read(Reading reading) {
    return where(part -> Boolean.TRUE.equals(reading.flag(part.parameter())));
  }

  /** Returns what the page before was asked for. */
  static Included of(Conditions conditions) {
    return where(part -> conditions.get(part.parameter()).isPresent());
  }

  /** Adds what is asked for to the conditions of a listing. */
  void addTo(Map<String, String> conditions) {
    parts.forEach(part -> conditions.put(part.parameter(), ASKED));
  }

  /** Splices the head and the lists of each order into an answer. */
  Body render(Page page) {
    Frame frame = FRAMES.get(bits());
    return frame.splice(
        page.pieces(),
        "],\"nextPageToken\":"
            + Pages.nextPageToken(page)
            + ",\"size\":"
            + frame.records(page.pieces())
            + "}");
  }

  private int bits() {
    return parts.stream().mapToInt(part -> 1 << part.ordinal()).sum();
  }

  private static Included where(Predicate<Part> asked) {
    return new Included(Arrays.stream(Part.values()).filter(asked).toList());
  }

  private static List<Frame> frames() {
    List<Frame> frames = new ArrayList<>();
    for (int bits = 0; bits < 1 << Part.values().length; bits++) {
      List<String> before = new ArrayList<>(List.of("{"));
      for (Part part : Part.values()) {
        if ((bits & 1 << part.ordinal()) != 0) {
          before.add(",\"" + part.member() + "\":");
        }
      }
      frames.add(Frame.of(HEAD, before, "}"));
    }
    return List.copyOf(frames);
  }
}
