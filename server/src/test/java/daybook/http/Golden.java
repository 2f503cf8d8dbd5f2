package daybook.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import daybook.contract.OperationSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A saved request and the answer it must get: {@code golden/<operationId>/<case>/request.txt} and
 * {@code answer.txt}.
 *
 * <p>A request is a request line and headers, and a body after an empty line; {@code {token}}
 * stands for an access token of the case's own application, {@code {restricted}} for a restricted
 * one. A first line {@code repeat N} sends it N times; the last answer counts. An answer is a
 * status, the headers that depend on the case, an empty line and the body.
 *
 * @param directory where the two files are
 */
record Golden(Path directory) {

  static final Path ROOT = Path.of("src/test/resources/golden");

  /** Cases that every operation must have (DESIGN 4). */
  static final List<String> REQUIRED =
      List.of("ok", "paged", "empty", "bad-parameter", "no-token", "wrong-role", "throttled");

  private static final List<String> HEADERS =
      List.of("content-type", "x-amzn-ratelimit-limit", "x-amzn-errortype", "retry-after");

  private static final Pattern TOKEN = Pattern.compile("\\{(token|restricted)}");

  /** No two restricted data tokens are alike. */
  private static final Pattern MADE = Pattern.compile("Atz\\.sprdt\\|[^\"]*");

  private static final boolean UPDATE = Boolean.getBoolean("golden.update");

  static List<Golden> all() {
    try (Stream<Path> files = Files.walk(ROOT, 2)) {
      return files
          .filter(path -> ROOT.relativize(path).getNameCount() == 2)
          .sorted()
          .map(Golden::new)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Names every file below the root that belongs to no case. */
  static List<Path> unused() {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(Files::isRegularFile)
          .filter(
              file ->
                  ROOT.relativize(file).getNameCount() != 3
                      || !file.getFileName().toString().matches("(request|answer)\\.txt"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String operationId() {
    return directory.getParent().getFileName().toString();
  }

  String name() {
    return directory.getFileName().toString();
  }

  int times() {
    String first = lines().get(0);
    return first.startsWith("repeat ") ? Integer.parseInt(first.substring(7)) : 1;
  }

  /** Names the cases that an operation must have: only listings have pages. */
  static List<String> required(OperationSpec spec) {
    return spec.takesBody()
        ? REQUIRED.stream().filter(name -> !name.matches("paged|empty")).toList()
        : REQUIRED;
  }

  /** Returns the bytes to send. */
  String request(UnaryOperator<String> tokens) {
    List<String> lines = lines();
    List<String> sent = times() > 1 ? lines.subList(1, lines.size()) : lines;
    StringBuilder request = new StringBuilder();
    request.append(sent.get(0)).append(" HTTP/1.1\r\nHost: localhost\r\n");
    int end = sent.contains("") ? sent.indexOf("") : sent.size();
    for (String line : sent.subList(1, end)) {
      Matcher token = TOKEN.matcher(line);
      request.append(token.replaceAll(found -> tokens.apply(found.group(1)))).append("\r\n");
    }
    String body = String.join("\n", sent.subList(Math.min(end + 1, sent.size()), sent.size()));
    if (!body.isEmpty()) {
      request.append("Content-Length: ").append(body.length()).append("\r\n");
    }
    return request.append("\r\n").append(body).toString();
  }

  /** Returns what is saved, or, when asked to update, saves what came. */
  String expected(String actual) {
    Path file = directory.resolve("answer.txt");
    try {
      if (UPDATE) {
        Files.writeString(file, actual);
      }
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(Answer answer) {
    StringBuilder text = new StringBuilder().append(answer.status()).append('\n');
    for (String name : HEADERS) {
      answer
          .header(name)
          .ifPresent(value -> text.append(name).append(": ").append(value).append('\n'));
    }
    String body = MADE.matcher(answer.body()).replaceAll("Atz.sprdt|(any)");
    return text.append('\n').append(body).append('\n').toString();
  }

  private List<String> lines() {
    try {
      return Files.readAllLines(directory.resolve("request.txt"), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return operationId() + "/" + name();
  }
}
