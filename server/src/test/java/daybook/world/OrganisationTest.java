package daybook.world;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.domain.Region;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class OrganisationTest {

  @Test
  void kinds_areOfVeryDifferentSize() {
    assertThat(Organisation.ALL).extracting(Organisation::weight).containsExactly(60, 25, 10, 5);
    assertThat(Organisation.ALL)
        .extracting(Organisation::buyers)
        .isSortedAccordingTo((one, other) -> other - one);
  }

  @Test
  void regions_areAllBoughtIn() {
    Set<Region> regions =
        Organisation.ALL.stream()
            .flatMap(kind -> kind.shares().keySet().stream())
            .collect(Collectors.toSet());
    assertThat(regions).isEqualTo(EnumSet.allOf(Region.class));
  }

  @Test
  void names_areOfOneKindOnly() {
    assertThat(Organisation.ALL.stream().flatMap(kind -> kind.names().stream()))
        .doesNotHaveDuplicates();
  }

  @Test
  void categories_areOnSale() {
    Goods goods = new Goods(1);
    for (Organisation kind : Organisation.ALL) {
      assertThat(kind.categories()).doesNotHaveDuplicates();
      for (String category : kind.categories()) {
        assertThat(goods.physical(category)).as(category).hasSizeGreaterThan(8);
      }
    }
  }

  @Test
  void habits_differ() {
    List<Organisation> all = Organisation.ALL;
    assertThat(all).anyMatch(kind -> kind.punchout()).anyMatch(kind -> !kind.punchout());
    assertThat(all).anyMatch(kind -> kind.exemptPercent() == 0);
    assertThat(all).anyMatch(kind -> kind.exemptPercent() > 50);
    assertThat(all).anyMatch(kind -> kind.fields().isEmpty());
    assertThat(all).anyMatch(kind -> kind.fields().contains("GL code"));
    assertThat(all)
        .allMatch(kind -> kind.approvalPercent() < 100 && kind.digitalPercent() < 100)
        .allMatch(kind -> kind.approvalPercent() > 0 && kind.digitalPercent() > 0);
  }
}
