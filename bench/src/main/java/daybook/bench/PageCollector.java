package daybook.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Walks through listings and keeps every page: its request for the load program, its body as a file
 * for nginx.
 *
 * <p>Leaves behind, each line being a path and an access token: {@code daybook.txt} and {@code
 * nginx.txt} with the same pages in the same random order, {@code first.txt} and {@code last.txt}
 * with the first and the last pages in the order they came; and {@code files/} with the bodies.
 */
final class PageCollector {

  private static final int ENDS = 10;

  private final Client client;
  private final Path out;
  private final List<String> requests = new ArrayList<>();

  PageCollector(Client client, Path out) {
    this.client = client;
    this.out = out;
  }

  /** Returns how many pages there are so far. */
  int size() {
    return requests.size();
  }

  /** Keeps the pages of a listing, until there are that many of all listings. */
  void walk(Listing listing, String accessToken, int pages) {
    if (requests.size() < pages) {
      listing.walk(
          client,
          accessToken,
          (target, body) -> {
            keep(target, accessToken, body);
            return requests.size() < pages;
          });
    }
  }

  /** Writes the lists. */
  void write() throws IOException {
    Files.createDirectories(out);
    int ends = Math.min(ENDS, requests.size());
    Files.write(out.resolve("first.txt"), requests.subList(0, ends));
    Files.write(out.resolve("last.txt"), requests.subList(requests.size() - ends, requests.size()));
    writeShuffled();
    System.out.printf("pages=%d%n", requests.size());
  }

  private void keep(String target, String accessToken, byte[] body) {
    try {
      Path files = Files.createDirectories(out.resolve("files"));
      Files.write(files.resolve(name(requests.size())), body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    requests.add(target + "\t" + accessToken);
  }

  private void writeShuffled() throws IOException {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < requests.size(); i++) {
      order.add(i);
    }
    Collections.shuffle(order, new Random(1));
    Files.write(out.resolve("daybook.txt"), order.stream().map(requests::get).toList());
    // The same headers for both, although nginx has no use for them.
    Files.write(
        out.resolve("nginx.txt"),
        order.stream()
            .map(page -> "/" + name(page) + requests.get(page).replaceFirst("^[^\t]*", ""))
            .toList());
  }

  private static String name(int page) {
    return "%05d.json".formatted(page);
  }
}
