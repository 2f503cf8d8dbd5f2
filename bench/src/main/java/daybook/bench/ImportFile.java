package daybook.bench;

import daybook.contract.Shape;
import daybook.domain.BusinessOrder;
import daybook.ingest.Observed;
import daybook.operation.Catalogue;
import daybook.world.DemoWorld;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;

/** Writes what a user would import: the orders of one account, one a line. */
final class ImportFile {

  private ImportFile() {}

  static void write(Path file, String shapeName, long orders) throws IOException {
    Shape<BusinessOrder> shape =
        new Catalogue()
            .orders().shapes().stream()
                .filter(candidate -> candidate.name().equals(shapeName))
                .findFirst()
                .orElseThrow();
    DemoWorld world = new DemoWorld(1, Bench.END, orders, 1);
    Iterator<Observed<BusinessOrder>> all = world.orders(world.accounts().get(0));
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
      while (all.hasNext()) {
        out.write(shape.write(all.next().row()));
        out.write('\n');
      }
    }
  }
}
