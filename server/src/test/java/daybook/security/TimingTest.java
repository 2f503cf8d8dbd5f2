package daybook.security;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import daybook.access.Secrets;
import daybook.contract.PageTokens;
import daybook.store.Application;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Secrets are compared in a time that does not tell how much of a guess was right. Measuring that
 * would show noise; what is compared by what can be seen.
 */
final class TimingTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("daybook");

  @Test
  void secrets_areComparedInConstantTime() {
    Set<String> users =
        CLASSES.stream()
            .flatMap(type -> type.getMethodCallsFromSelf().stream())
            .filter(call -> isCall(call, MessageDigest.class, "isEqual"))
            .map(call -> call.getOriginOwner().getName() + "." + call.getOrigin().getName())
            .collect(Collectors.toSet());

    assertThat(users)
        .containsExactlyInAnyOrder(
            Secrets.class.getName() + ".matches", PageTokens.class.getName() + ".open");
  }

  @Test
  void bytesOfTokens_areComparedInNoOtherWay() {
    noClasses()
        .that()
        .resideInAPackage("daybook.access..")
        .or()
        .haveFullyQualifiedName(PageTokens.class.getName())
        .should()
        .callMethodWhere(
            DescribedPredicate.describe(
                "compares arrays byte by byte",
                (JavaMethodCall call) ->
                    isCall(call, Arrays.class, "equals")
                        || isCall(call, Arrays.class, "compare")
                        || isCall(call, Arrays.class, "mismatch")))
        .because("it ends at the first byte that differs, and a clock can tell where that is")
        .check(CLASSES);
  }

  @Test
  void hashOfAnApplication_isReadByNobodyElse() {
    Set<String> readers =
        CLASSES.stream()
            .flatMap(type -> type.getAccessesFromSelf().stream())
            .filter(call -> isCall(call, Application.class, "secretHash"))
            .map(call -> call.getOriginOwner().getSimpleName())
            .collect(Collectors.toSet());

    assertThat(readers)
        .contains("TokenEndpoint")
        .isSubsetOf("TokenEndpoint", "SqlDirectory", "Application");
  }

  private static boolean isCall(JavaAccess<?> call, Class<?> owner, String name) {
    return call.getTargetOwner().isEquivalentTo(owner) && call.getName().equals(name);
  }
}
