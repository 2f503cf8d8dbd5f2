package daybook.store.sql;

import static java.nio.charset.StandardCharsets.UTF_8;

import daybook.domain.AccountId;
import daybook.domain.BusinessOrder;
import daybook.domain.SampleOrders;
import daybook.store.Batch;
import daybook.store.RecordWrite;
import daybook.store.SampleWrites;
import daybook.store.Store;
import daybook.store.sql.session.StoreOptions;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program to be killed: writes batch after batch and says after each that it is stored. */
final class CrashWriter {

  static final AccountId ACCOUNT = new AccountId("crash");
  static final int NEW_ORDERS = 40;
  static final String MARKER = "marker";
  static final String ACKNOWLEDGED = "stored ";

  private CrashWriter() {}

  /** Goes on with the batch of the given number, until it is killed. */
  public static void main(String[] arguments) {
    PrintStream acknowledged = new PrintStream(System.out, true, UTF_8);
    try (Store store = SqlStore.open(StoreOptions.sqlite(Path.of(arguments[0])))) {
      for (int number = Integer.parseInt(arguments[1]); ; number++) {
        if (!store.orders().write(batch(number))) {
          throw new IllegalStateException("batch " + number + " was there already");
        }
        acknowledged.println(ACKNOWLEDGED + number);
      }
    }
  }

  /** Returns a batch of new orders that also changes one order, which every batch changes. */
  static Batch<BusinessOrder> batch(int number) {
    List<RecordWrite<BusinessOrder>> writes = new ArrayList<>();
    for (int i = 0; i < NEW_ORDERS; i++) {
      writes.add(SampleWrites.fresh(SampleOrders.order("order-" + number + "-" + i)));
    }
    writes.add(NEW_ORDERS / 2, SampleWrites.after(number, marker(number)));
    return new Batch<>(ACCOUNT, writes);
  }

  private static BusinessOrder marker(int number) {
    return SampleOrders.order(MARKER, SampleOrders.PLACED.plusSeconds(number));
  }
}
