package daybook.world;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PurchaseOrdersTest {

  /** The numbers of the first orders of an account; the empty string for none. */
  private static List<String> numbers(int ordinal, int count) {
    PurchaseOrders purchaseOrders = new PurchaseOrders(1, Worlds.company(1, ordinal, count), 2025);
    List<String> numbers = new ArrayList<>();
    for (long i = 0; i < count; i++) {
      String number = purchaseOrders.number(i, Dice.of(Dice.Topic.BUYING, i));
      numbers.add(number == null ? "" : number);
    }
    return numbers;
  }

  private static Map<String, Long> uses(int ordinal, int count) {
    return numbers(ordinal, count).stream()
        .filter(number -> !number.isEmpty())
        .collect(groupingBy(number -> number, counting()));
  }

  @Test
  void ownNumbers_areUsedOnce() {
    assertThat(uses(0, 3_000).entrySet())
        .filteredOn(use -> use.getKey().startsWith("PO-"))
        .hasSizeGreaterThan(700)
        .allMatch(use -> use.getValue() == 1);
  }

  @Test
  void projectNumbers_areSharedByAFewNeighbours() {
    assertThat(uses(0, 3_000).entrySet())
        .filteredOn(use -> use.getKey().startsWith("45"))
        .hasSizeBetween(150, 3_000 / 14 + 1)
        .allMatch(use -> use.getKey().matches("45\\d{8}") && use.getValue() <= 14)
        .anyMatch(use -> use.getValue() > 5);
    List<String> numbers = numbers(0, 3_000);
    String shared =
        numbers.stream().filter(number -> number.startsWith("45")).findFirst().orElseThrow();
    assertThat(numbers.lastIndexOf(shared) - numbers.indexOf(shared)).isLessThan(14);
  }

  @Test
  void standingNumber_isSharedByMoreThanAPage() {
    assertThat(uses(0, 3_000).entrySet())
        .filteredOn(use -> use.getKey().startsWith("BLANKET-2025-"))
        .hasSize(3)
        .anyMatch(use -> use.getValue() > 100);
  }

  @Test
  void oddNumbers_needEncoding() {
    Map<String, Long> uses = uses(2, 3_000);
    for (String character : List.of("/", " ", "#", "&", "+", "%", "?", "=", ";", "ü")) {
      assertThat(uses.keySet()).as(character).anyMatch(number -> number.contains(character));
    }
    assertThat(uses.keySet()).noneMatch(number -> number.contains("NO") || number.contains("YEAR"));
  }

  @Test
  void someOrders_haveNone() {
    assertThat(numbers(0, 1_000)).contains("");
    assertThat(numbers(3, 1_000).stream().filter(String::isEmpty).count()).isGreaterThan(900);
  }
}
