package daybook.world.money;

import daybook.domain.AsOf;
import daybook.domain.payment.Transaction;
import daybook.ingest.Observed;
import daybook.world.DemoAccount;
import daybook.world.DemoWorld;
import daybook.world.Purchase;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * The transactions of a demo world: what its buyers paid and got back up to its end.
 *
 * <p>They are drawn from the same purchases as the orders, and agree with them to the cent. None
 * has a feed date after the end of the world, and none ever changes. Instances may be shared
 * between threads, iterators may not.
 */
public final class DemoTransactions {

  private final DemoWorld world;

  /** Takes the world. */
  public DemoTransactions(DemoWorld world) {
    this.world = world;
  }

  /**
   * Returns the transactions of an account, by the order dates of their purchases.
   *
   * @throws IllegalArgumentException if the account is not of this world
   */
  public Iterator<Observed<Transaction>> transactions(DemoAccount account) {
    return new All(world.purchases(account), new BuyerMoney(world.end()));
  }

  /** Walks through an account without keeping more than one purchase. */
  private static final class All implements Iterator<Observed<Transaction>> {

    private final Iterator<Purchase> purchases;
    private final BuyerMoney money;
    private Iterator<Transaction> ofOne = Collections.emptyIterator();

    All(Iterator<Purchase> purchases, BuyerMoney money) {
      this.purchases = purchases;
      this.money = money;
    }

    @Override
    public boolean hasNext() {
      while (!ofOne.hasNext() && purchases.hasNext()) {
        ofOne = money.transactions(purchases.next()).iterator();
      }
      return ofOne.hasNext();
    }

    @Override
    public Observed<Transaction> next() {
      if (!hasNext()) {
        throw new NoSuchElementException("all transactions have been given");
      }
      Transaction next = ofOne.next();
      return new Observed<>(next, new AsOf(next.feedDate(), 0));
    }
  }
}
