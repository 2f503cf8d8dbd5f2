package daybook;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Names what the platform offers and Daybook does without, and sees that it does. */
final class BannedTest {
  private static final Set<String> BINARY =
      Set.of("double", "float", "java.lang.Double", "java.lang.Float");

  @Test
  void time_comesFromTheOneClock() {
    noClasses()
        .that()
        .resideOutsideOfPackage("daybook.app..")
        .should(reach("the system's clock", BannedTest::readsTheSystemsClock))
        .because("a frozen or moved clock must hold for everything, so only app may ask the system")
        .check(ArchitectureTest.CLASSES);
  }

  @Test
  void threads_neverSleep() {
    noClasses()
        .should(reach("sleep", access -> access.getName().equals("sleep")))
        .because("a sleeping thread neither follows the clock nor stops in time")
        .check(ArchitectureTest.CLASSES);
  }

  @Test
  void dates_areOfJavaTime() {
    noClasses()
        .that()
        // The platform's certificates say their time in no other way; it is turned round at once.
        .doNotHaveFullyQualifiedName("daybook.http.tls.KeyPair")
        .should()
        .dependOnClassesThat(
            named(
                "java.util.Date",
                "java.util.Calendar",
                "java.util.GregorianCalendar",
                "java.text.DateFormat",
                "java.text.SimpleDateFormat"))
        .because("they change under their holder and hide a time zone")
        .check(ArchitectureTest.CLASSES);
  }

  @Test
  void amounts_areExact() {
    classes()
        .that()
        .resideInAnyPackage(
            "daybook.domain..",
            "daybook.throttle..",
            "daybook.store..",
            "daybook.ingest..",
            "daybook.document..")
        .should(haveNoBinaryFraction())
        .because("money and rates are kept to the last digit")
        .allowEmptyShould(true)
        .check(ArchitectureTest.CLASSES);
  }

  @Test
  void output_isTheCommandLines() {
    noClasses()
        .that()
        .resideOutsideOfPackages("daybook.cli..", "daybook.app..")
        .should(reach("System.out or System.err", BannedTest::prints))
        .because("what others have to say goes to the log, or into a command's output by accident")
        .check(ArchitectureTest.CLASSES);
  }

  @Test
  void chance_isTheDemoWorlds() {
    noClasses()
        .that()
        .resideOutsideOfPackage("daybook.world..")
        .should()
        .dependOnClassesThat(named("java.util.Random", "java.util.SplittableRandom"))
        .orShould(
            reach(
                "Math.random",
                access -> access.getTarget().getFullName().startsWith("java.lang.Math.random")))
        .because(
            "elsewhere chance is either a secret, of SecureRandom, or a fault nobody can repeat")
        .check(ArchitectureTest.CLASSES);
    noClasses()
        .that()
        .resideOutsideOfPackages("daybook.world..", "daybook.http..")
        .should()
        .dependOnClassesThat(named("java.util.concurrent.ThreadLocalRandom"))
        .because("only request ids must be quick and unlike each other, and are neither secret")
        .check(ArchitectureTest.CLASSES);
  }

  private static boolean readsTheSystemsClock(JavaAccess<?> access) {
    var owner = access.getTargetOwner().getName();
    var method = access.getName();
    return switch (owner) {
      case "java.lang.System" -> method.equals("currentTimeMillis");
      case "java.time.Clock", "java.time.InstantSource" -> method.matches("system.*|tick.+");
      default -> owner.startsWith("java.time.") && method.equals("now") && !takesAClock(access);
    };
  }

  private static boolean takesAClock(JavaAccess<?> access) {
    return access.getTarget() instanceof CodeUnitCallTarget target
        && target.getRawParameterTypes().stream()
            .anyMatch(type -> type.getName().equals("java.time.Clock"));
  }

  private static boolean prints(JavaAccess<?> access) {
    return access.getTargetOwner().getName().equals("java.lang.System")
        && (access.getName().equals("out") || access.getName().equals("err"));
  }

  private static DescribedPredicate<JavaClass> named(String... names) {
    var all = Set.of(names);
    return DescribedPredicate.describe(
        "are " + String.join(", ", names), type -> all.contains(type.getName()));
  }

  private static ArchCondition<JavaClass> reach(String what, Predicate<JavaAccess<?>> banned) {
    return new ArchCondition<>("reach " + what) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        type.getAccessesFromSelf().stream()
            .filter(banned)
            .forEach(
                access ->
                    events.add(SimpleConditionEvent.satisfied(access, access.getDescription())));
      }
    };
  }

  private static ArchCondition<JavaClass> haveNoBinaryFraction() {
    return new ArchCondition<>("have no double or float") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        Stream.concat(
                type.getFields().stream().filter(field -> binary(field)),
                type.getMethods().stream().filter(method -> binary(method)))
            .forEach(
                member ->
                    events.add(SimpleConditionEvent.violated(member, member.getDescription())));
      }
    };
  }

  private static boolean binary(JavaField field) {
    return BINARY.contains(field.getRawType().getBaseComponentType().getName());
  }

  private static boolean binary(JavaMethod method) {
    return BINARY.contains(method.getRawReturnType().getBaseComponentType().getName());
  }
}
