package daybook;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** Holds the table of who may import what, and sees that the classes keep to it. */
final class ArchitectureTest {
  static final JavaClasses CLASSES = new ClassFileImporter().importPath(Path.of("target/classes"));

  /** A package, what it may import of ours, and why not more. "*" is every package below it. */
  private record Row(String name, Set<String> may, String because) {}

  /** A library by its packages, and the only packages of ours that may know it. */
  private record Fence(String library, Set<String> only, String because) {}

  private static final List<Row> TABLE =
      List.of(
          row("domain", "what the data is depends on nothing"),
          row("config", "settings are read before anything else stands"),
          row("json", "JSON is a notation and knows no meaning"),
          row("store", "the port speaks of records, never of a wire", "domain"),
          row(
              "document",
              "a canonical record is a record in JSON",
              "domain json store contract".split(" ")),
          row("contract", "the vocabulary stands above the data", "domain", "json", "store"),
          row("store.sql", "a store knows no wire", "store", "domain", "config"),
          row(
              "throttle",
              "how often is asked without looking at data",
              "domain contract config store".split(" ")),
          row(
              "access",
              "a caller is known without orders",
              "domain contract json store config".split(" ")),
          row("sandbox", "canned answers know no records", "contract", "domain", "json", "store"),
          row(
              "listing",
              "what listings share knows none of them",
              "contract domain json store".split(" ")),
          row(
              "operation.*",
              "a family stands alone",
              "contract domain json store listing".split(" ")),
          row(
              "operation",
              "the catalogue only lists",
              "operation.* contract domain document store".split(" ")),
          row("answers", "answers are read like pages", "contract", "domain", "json", "store"),
          row("export", "files hold records", "contract", "domain", "json", "store", "document"),
          row(
              "ingest",
              "the write path ends at the store's port",
              "contract domain json store config document".split(" ")),
          row(
              "world",
              "the demo world comes in by the write path",
              "contract domain json store config ingest".split(" ")),
          row(
              "http",
              "sockets know neither a family nor a driver",
              "contract access throttle json config store web".split(" ")),
          row("web", "pages for people are files of the program"),
          row(
              "app",
              "the composition root is below the command line",
              ("domain config json store document contract store.sql throttle access operation"
                      + " operation.* sandbox answers export ingest world http web")
                  .split(" ")),
          row(
              "cli",
              "commands start what the composition root builds",
              ("domain config json store document contract store.sql throttle access operation"
                      + " operation.* sandbox answers export ingest world http web app")
                  .split(" ")),
          row("Main", "the entry only hands over", "cli"));

  private static final List<Fence> FENCES =
      List.of(
          fence("com.linecorp.armeria", "http stays replaceable", "http", "web", "app"),
          fence("io.netty", "http stays replaceable", "http", "web", "app"),
          fence("org.reactivestreams", "http stays replaceable", "http", "web", "app"),
          fence("java.sql", "SQL is one way to store", "store.sql"),
          fence("javax.sql", "SQL is one way to store", "store.sql"),
          fence("org.sqlite", "SQL is one way to store", "store.sql"),
          fence("com.zaxxer", "SQL is one way to store", "store.sql"),
          fence("org.flywaydb", "SQL is one way to store", "store.sql"),
          fence("org.postgresql", "SQL is one way to store", "store.sql"),
          fence("picocli", "a command line is one way to start", "cli", "Main"),
          fence("org.jline", "only a person is asked", "cli"),
          fence("me.tongfei", "only a person watches progress", "cli"),
          fence("com.fasterxml", "JSON is read and written in one place", "json"),
          fence("com.nimbusds", "tokens are made and read in one place", "access"),
          fence("io.github.bucket4j", "buckets are kept in one place", "throttle"),
          fence("io.smallrye.config", "settings are typed elsewhere", "config"),
          fence("org.eclipse.microprofile", "settings are typed elsewhere", "config"),
          fence("io.micrometer", "what is measured is the traffic", "http", "app"),
          fence("com.github.benmanes.caffeine", "few need a cache", "access", "throttle", "http"),
          fence("ch.qos.logback", "all others log through SLF4J", "app", "cli"),
          fence("java", "it is the platform", "*"),
          fence("javax.crypto", "it is the platform", "*"),
          fence("javax.net", "it is the platform", "*"),
          fence("javax.security.auth", "it is the platform", "*"),
          fence("org.jspecify", "it only says what may be null", "*"),
          fence("com.google.errorprone.annotations", "they only speak to the checker", "*"),
          fence("org.slf4j", "anyone may log", "*"));

  @Test
  void classes_areThere() {
    assertThat(CLASSES).as("compiled classes; with none, every rule here would hold").isNotEmpty();
  }

  @Test
  void packages_formNoCycle() {
    slices()
        .matching("daybook.(**)")
        .should()
        .beFreeOfCycles()
        .because("a package that is part of a cycle cannot be understood alone")
        .check(CLASSES);
  }

  @Test
  void packages_importWhatTheTableAllows() {
    classes()
        .should(onlyUse("what the table allows", ArchitectureTest::againstTheTable))
        .because("the levels of the design hold only as long as nothing points upwards")
        .check(CLASSES);
  }

  @Test
  void libraries_stayBehindTheirFences() {
    classes()
        .should(onlyUse("libraries that are theirs to use", ArchitectureTest::againstTheFences))
        .because("a library known in one place can be replaced there")
        .check(CLASSES);
  }

  private static Optional<String> againstTheTable(String from, String to) {
    if (!ours(to) || unit(from).equals(unit(to))) {
      return Optional.empty();
    }
    return TABLE.stream()
        .filter(row -> row.name().equals(general(unit(from))))
        .findFirst()
        .map(row -> row.may().contains(general(unit(to))) ? "" : row.because())
        .or(() -> Optional.of("the table has no row for " + from))
        .filter(because -> !because.isEmpty());
  }

  private static Optional<String> againstTheFences(String from, String to) {
    if (ours(to) || to.isEmpty()) {
      return Optional.empty();
    }
    return FENCES.stream()
        .filter(fence -> within(to, fence.library()))
        .findFirst()
        .map(fence -> lets(fence, from) ? "" : fence.because())
        .or(() -> Optional.of("no fence names " + to))
        .filter(because -> !because.isEmpty());
  }

  private static boolean lets(Fence fence, String from) {
    return fence.only().contains("*") || fence.only().contains(general(unit(from)));
  }

  private static ArchCondition<JavaClass> onlyUse(
      String what, BiFunction<String, String, Optional<String>> objection) {
    return new ArchCondition<>("only use " + what) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        for (Dependency use : type.getDirectDependenciesFromSelf()) {
          var target = use.getTargetClass().getBaseComponentType();
          objection
              .apply(type.getPackageName(), target.getPackageName())
              .map(because -> use.getDescription() + " -- " + because)
              .ifPresent(message -> events.add(SimpleConditionEvent.violated(use, message)));
        }
      }
    };
  }

  /** The row's name for a package: the nearest row at or above it, or the family itself. */
  private static String unit(String name) {
    if (name.equals("daybook")) {
      return "Main";
    }
    var parts = List.of(name.substring("daybook.".length()).split("\\."));
    for (int length = parts.size(); length > 0; length--) {
      var candidate = String.join(".", parts.subList(0, length));
      var family = candidate.startsWith("operation.") && length == 2;
      if (family || TABLE.stream().anyMatch(row -> row.name().equals(candidate))) {
        return candidate;
      }
    }
    return name;
  }

  private static String general(String unit) {
    return unit.startsWith("operation.") ? "operation.*" : unit;
  }

  private static boolean ours(String name) {
    return within(name, "daybook");
  }

  private static boolean within(String name, String root) {
    return name.equals(root) || name.startsWith(root + ".");
  }

  private static Row row(String name, String because, String... may) {
    return new Row(name, Set.of(may), because);
  }

  private static Fence fence(String library, String because, String... only) {
    return new Fence(library, Set.of(only), because);
  }
}
