package daybook.world.seller;

import daybook.domain.AccountId;
import daybook.domain.seller.SellerOrder;
import daybook.ingest.Observed;
import daybook.world.DemoAccount;
import daybook.world.DemoWorld;
import daybook.world.Purchase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * What the sellers of a demo world have sold up to its end.
 *
 * <p>It is drawn from the same purchases as the orders of their buyers, and agrees with them to the
 * cent. Instances may be shared between threads, iterators may not.
 */
public final class DemoSales {

  private final DemoWorld world;

  /** Takes the world. */
  public DemoSales(DemoWorld world) {
    this.world = world;
  }

  /**
   * A purchase as one of its sellers is shown it.
   *
   * @param seller whose order it is
   * @param order what is shown
   */
  public record Sold(AccountId seller, Observed<SellerOrder> order) {}

  /**
   * Returns what all sellers sold to a buyer, by the order dates of the purchases.
   *
   * @throws IllegalArgumentException if the account is not of this world
   */
  public Iterator<Sold> soldTo(DemoAccount buyer) {
    return new All(world.purchases(buyer), new SellerSide(world.end()));
  }

  /** Walks through an account without keeping more than one purchase. */
  private static final class All implements Iterator<Sold> {

    private final Iterator<Purchase> purchases;
    private final SellerSide side;
    private Iterator<Sold> ofOne = Collections.emptyIterator();

    All(Iterator<Purchase> purchases, SellerSide side) {
      this.purchases = purchases;
      this.side = side;
    }

    @Override
    public boolean hasNext() {
      while (!ofOne.hasNext() && purchases.hasNext()) {
        ofOne = sold(purchases.next()).iterator();
      }
      return ofOne.hasNext();
    }

    @Override
    public Sold next() {
      if (!hasNext()) {
        throw new NoSuchElementException("all that was sold has been given");
      }
      return ofOne.next();
    }

    private List<Sold> sold(Purchase purchase) {
      List<Sold> sold = new ArrayList<>();
      for (SellingPartner seller : SellingPartner.all()) {
        side.observe(purchase, seller).ifPresent(order -> sold.add(new Sold(seller.id(), order)));
      }
      return sold;
    }
  }
}
