package daybook.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.contract.Shape;
import daybook.domain.BusinessOrder;
import daybook.domain.Customer;
import daybook.domain.Money;
import daybook.domain.RandomOrders;
import daybook.domain.Region;
import daybook.domain.SampleOrders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;

/** Files may come in any order, and more than once. */
final class ImportOrderTest {

  private static final String ID = "114-0000001-0000001";

  @Provide
  Arbitrary<List<List<BusinessOrder>>> fileContents() {
    Arbitrary<String> ids = Arbitraries.of("114-1", "114-2", "114-3", "D01-4");
    return RandomOrders.orders(ids).list().ofMaxSize(6).list().ofMinSize(1).ofMaxSize(4);
  }

  @Property(tries = 40, shrinking = ShrinkingMode.OFF)
  void filesAgain_changeNothing(
      @ForAll("fileContents") List<List<BusinessOrder>> contents, @ForAll Random random) {
    inAStore(
        files -> {
          List<Path> paths = paths(files, ofOnePerson(contents), null);
          Collections.shuffle(paths, random);
          files.read(paths.toArray(Path[]::new));
          String state = files.state();
          for (Path path : paths) {
            Tally again = files.read(path).written();
            assertThat(again.added() + again.changed()).isZero();
          }
          assertThat(files.state()).isEqualTo(state);
        });
  }

  // Sources show one person more or less completely. Of somebody who was replaced and came back,
  // what was shown before is only taken up by the next import; see OrderMergeTest.
  private static List<List<BusinessOrder>> ofOnePerson(List<List<BusinessOrder>> contents) {
    return contents.stream()
        .map(list -> list.stream().map(ImportOrderTest::ofOnePerson).toList())
        .toList();
  }

  private static BusinessOrder ofOnePerson(BusinessOrder order) {
    return new BusinessOrder(
        order.orderId(),
        order.orderDate(),
        order.region(),
        order.purchaseOrderNumber(),
        order.status(),
        order.quantity(),
        order.amounts(),
        shownOf(new Customer("7", "Grace", "grace@example.com"), order.buyingCustomer()),
        order.buyerGroupName(),
        order.businessOrderInfo(),
        shownOf(new Customer("8", "Alan", "alan@example.com"), order.lastApprover()),
        order.legalEntityName(),
        order.lineItems(),
        order.shipments(),
        order.charges());
  }

  private static Customer shownOf(Customer person, Customer pattern) {
    return pattern == null
        ? null
        : new Customer(
            shownOf(person.id(), pattern.id()),
            shownOf(person.name(), pattern.name()),
            shownOf(person.email(), pattern.email()));
  }

  private static String shownOf(String value, String pattern) {
    return pattern == null || pattern.isEmpty() ? pattern : value;
  }

  @Property(tries = 30, shrinking = ShrinkingMode.OFF)
  void filesOfOneShape_leadToTheSameStateInAnyOrder(
      @ForAll("fileContents") List<List<BusinessOrder>> contents, @ForAll Random random) {
    List<List<BusinessOrder>> complete =
        contents.stream()
            .map(list -> list.stream().map(ImportOrderTest::speaking).toList())
            .toList();
    inAStore(
        files ->
            inAStore(
                others -> {
                  files.read(
                      paths(files, complete, TestFiles.FAMILY.shapes().get(0))
                          .toArray(Path[]::new));
                  List<Path> shuffled = paths(others, complete, TestFiles.FAMILY.shapes().get(0));
                  Collections.shuffle(shuffled, random);
                  for (Path path : shuffled) {
                    others.read(path);
                  }
                  assertThat(others.state()).isEqualTo(files.state());
                }));
  }

  @Test
  void viewsOfAnOrder_areMergedInEitherOrder() {
    BusinessOrder order = SampleOrders.draft(ID).in(Region.UK).build();
    List<String> states = new ArrayList<>();
    for (boolean reportFirst : new boolean[] {true, false}) {
      inAStore(
          files -> {
            Path report =
                files.file("a", bytes(TestFiles.FAMILY.shapes().get(0), order), TestFiles.NOW);
            Path older =
                files.file(
                    "b",
                    bytes(TestFiles.FAMILY.shapes().get(1), order),
                    TestFiles.NOW.plus(Duration.ofDays(1)));
            files.read(reportFirst ? report : older);
            files.read(reportFirst ? older : report);
            states.add(files.state());
            BusinessOrder stored = files.stored().get(0);
            assertThat(stored.region()).isEqualTo(Region.UK);
            assertThat(stored.lineItems()).isEqualTo(order.lineItems());
            assertThat(stored.amounts().netTotal()).isEqualTo(Money.of("GBP", "74.90"));
            assertThat(stored.lastApprover().email()).isEqualTo("grace@example.com");
          });
    }
    assertThat(states.get(0)).isEqualTo(states.get(1));
  }

  @Test
  void viewsOfAnOrder_areMergedWhicheverIsNewer() {
    BusinessOrder order = SampleOrders.order(ID);
    inAStore(
        files -> {
          Path detailed =
              files.file("a", bytes(TestFiles.FAMILY.shapes().get(1), order), TestFiles.NOW);
          Path report =
              files.file(
                  "b",
                  bytes(TestFiles.FAMILY.shapes().get(0), order),
                  TestFiles.NOW.plus(Duration.ofDays(1)));
          files.read(detailed, report);
          BusinessOrder stored = files.stored().get(0);
          assertThat(stored.region()).isEqualTo(Region.US);
          assertThat(stored.lineItems()).isEqualTo(order.lineItems());
          assertThat(stored.charges()).isEqualTo(order.charges());
          assertThat(stored.amounts().netTotal()).isEqualTo(Money.of("USD", "74.90"));
        });
  }

  @Test
  void aRunThatBrokeOff_isFinishedByTheNext() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 1700; i++) {
      text.append(TestFiles.report(SampleOrders.order("114-%07d".formatted(i)))).append('\n');
    }
    inAStore(
        broken ->
            inAStore(
                whole -> {
                  // As if the process had died after its first batches.
                  Path part = broken.file("x", text.substring(0, text.length() * 2 / 3));
                  broken.skipping().read(part);
                  assertThat(broken.ids().size()).isBetween(1000, 1699);
                  Tally rest = broken.read(broken.file("x", text.toString())).written();
                  assertThat(rest.added()).isPositive();
                  assertThat(rest.changed()).isZero();
                  whole.read(whole.file("x", text.toString()));
                  assertThat(broken.state()).isEqualTo(whole.state());
                }));
  }

  /**
   * Writes files, each a day newer than the one before; in turns of both shapes if none is given.
   */
  private static List<Path> paths(
      TestFiles files, List<List<BusinessOrder>> contents, Shape<BusinessOrder> shape) {
    List<Path> paths = new ArrayList<>();
    for (List<BusinessOrder> content : contents) {
      Shape<BusinessOrder> used =
          shape == null ? TestFiles.FAMILY.shapes().get(paths.size() % 2) : shape;
      StringBuilder text = new StringBuilder("[");
      for (BusinessOrder order : content) {
        text.append(text.length() == 1 ? "" : ",")
            .append(new String(used.write(order), StandardCharsets.UTF_8));
      }
      byte[] bytes = text.append("]").toString().getBytes(StandardCharsets.UTF_8);
      paths.add(
          files.file(
              "file-" + paths.size(), bytes, TestFiles.NOW.plus(Duration.ofDays(paths.size()))));
    }
    return paths;
  }

  /** An order that says something everywhere, as all answers of one operation do. */
  private static BusinessOrder speaking(BusinessOrder order) {
    BusinessOrder full = SampleOrders.order(order.orderId());
    return new BusinessOrder(
        order.orderId(),
        order.orderDate(),
        order.region() == null ? full.region() : order.region(),
        order.purchaseOrderNumber() == null ? "" : order.purchaseOrderNumber(),
        order.status(),
        null,
        full.amounts(),
        full.buyingCustomer(),
        order.buyerGroupName() == null ? "" : order.buyerGroupName(),
        full.businessOrderInfo(),
        full.lastApprover(),
        null,
        null,
        null,
        null);
  }

  private static byte[] bytes(Shape<BusinessOrder> shape, BusinessOrder order) {
    return shape.write(order);
  }

  @FunctionalInterface
  private interface Work {
    void with(TestFiles files);
  }

  private static void inAStore(Work work) {
    try {
      Path directory = Files.createTempDirectory("daybook-import");
      try (TestFiles files = new TestFiles(directory)) {
        work.with(files);
      } finally {
        delete(directory);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> below = Files.walk(directory)) {
      for (Path path : below.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
