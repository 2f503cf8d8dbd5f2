package daybook.operation.reporting2021;

import daybook.contract.Body;
import daybook.contract.Page;
import daybook.listing.Conditions;
import daybook.listing.Frame;
import daybook.listing.Pages;
import daybook.listing.Reading;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The lists that a caller asks for beside the head of each order, and the bodies they lead to.
 *
 * @param parts the lists, in the order in which they are shown
 */
record Included(List<Part> parts) {

  private static final String HEAD = "{\"orders\":[";
  private static final String ASKED = "true";

  private static final Map<List<Part>, Frame> FRAMES = frames();

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
    Frame frame = Objects.requireNonNull(FRAMES.get(parts));
    return frame.splice(
        page.pieces(),
        "],\"nextPageToken\":"
            + Pages.nextPageToken(page)
            + ",\"size\":"
            + frame.records(page.pieces())
            + "}");
  }

  private static Included where(Predicate<Part> asked) {
    return new Included(Arrays.stream(Part.values()).filter(asked).toList());
  }

  // One for each of the eight choices of lists.
  private static Map<List<Part>, Frame> frames() {
    Map<List<Part>, Frame> frames = new HashMap<>();
    frames.put(List.of(), frame(List.of()));
    for (Part part : Part.values()) {
      for (List<Part> fewer : List.copyOf(frames.keySet())) {
        List<Part> parts = Stream.concat(fewer.stream(), Stream.of(part)).toList();
        frames.put(parts, frame(parts));
      }
    }
    return Map.copyOf(frames);
  }

  private static Frame frame(List<Part> parts) {
    List<String> before = new ArrayList<>(List.of("{"));
    parts.forEach(part -> before.add(",\"" + part.member() + "\":"));
    return Frame.of(HEAD, before, "}");
  }
}
