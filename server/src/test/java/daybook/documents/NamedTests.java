package daybook.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

/** The tests there are, for documents that name them. */
final class NamedTests {

  private static final Path TESTS = Path.of("src/test/java");

  private static final Map<String, Set<String>> METHODS = methods();

  private NamedTests() {}

  /** Sees that there is a test of that name, "Class.method". */
  static void assertExists(String test) {
    String[] parts = test.split("\\.", -1);
    assertThat(METHODS).containsKey(parts[0]);
    assertThat(METHODS.get(parts[0])).as(parts[0]).contains(parts[1]);
  }

  /** Returns the files that hold tests. */
  static List<Path> files() {
    try (Stream<Path> files = Files.walk(TESTS)) {
      return files.filter(file -> file.toString().matches(".*(Test|Kit|IT)\\.java")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Set<String>> methods() {
    return files().stream()
        .map(NamedTests::load)
        .collect(
            Collectors.toMap(
                Class::getSimpleName,
                type ->
                    Arrays.stream(type.getDeclaredMethods())
                        .filter(method -> AnnotationSupport.isAnnotated(method, Testable.class))
                        .map(Method::getName)
                        .collect(Collectors.toSet()),
                (one, other) ->
                    Stream.concat(one.stream(), other.stream()).collect(Collectors.toSet())));
  }

  private static Class<?> load(Path file) {
    String name = TESTS.relativize(file).toString().replace('/', '.').replace(".java", "");
    try {
      return Class.forName(name, false, NamedTests.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }
}
