package daybook.domain;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Joins two views of one order so that nothing known is lost.
 *
 * <p>The newer view wins wherever it says something; where it is silent, or shows an empty
 * collection, what the older one said stays. A sum keeps the most decimals it was ever shown with,
 * because Reporting 2025 prints 35.0 for the 35.00 of Reporting 2021.
 */
public final class OrderMerge {

  private OrderMerge() {}

  /**
   * Returns the newer view completed by the older one.
   *
   * @throws IllegalArgumentException if the two are not the same order
   */
  public static BusinessOrder merge(BusinessOrder older, BusinessOrder newer) {
    if (!older.orderId().equals(newer.orderId())) {
      throw new IllegalArgumentException("cannot merge two different orders");
    }
    return new BusinessOrder(
        newer.orderId(),
        newer.orderDate(),
        first(newer.region(), older.region()),
        first(newer.purchaseOrderNumber(), older.purchaseOrderNumber()),
        newer.status(),
        first(newer.quantity(), older.quantity()),
        merge(older.amounts(), newer.amounts()),
        merge(older.buyingCustomer(), newer.buyingCustomer()),
        first(newer.buyerGroupName(), older.buyerGroupName()),
        fuller(newer.businessOrderInfo(), older.businessOrderInfo()),
        merge(older.lastApprover(), newer.lastApprover()),
        first(newer.legalEntityName(), older.legalEntityName()),
        fuller(newer.lineItems(), older.lineItems()),
        fuller(newer.shipments(), older.shipments()),
        fuller(newer.charges(), older.charges()));
  }

  private static Amounts merge(Amounts older, Amounts newer) {
    return new Amounts(
        merge(older.subTotal(), newer.subTotal()),
        merge(older.shippingAndHandling(), newer.shippingAndHandling()),
        merge(older.promotion(), newer.promotion()),
        merge(older.tax(), newer.tax()),
        merge(older.netTotal(), newer.netTotal()));
  }

  // The finest scale ever shown stays, even where the amount changes: whether 35.00 became 30 and
  // then 35.0, or was 35.0 all the time, must not depend on which of the views are read again.
  private static @Nullable Money merge(@Nullable Money older, @Nullable Money newer) {
    if (older == null || newer == null) {
      return first(newer, older);
    }
    int scale = Math.max(older.amount().scale(), newer.amount().scale());
    return new Money(newer.currencyCode(), newer.amount().setScale(scale));
  }

  private static @Nullable Customer merge(@Nullable Customer older, @Nullable Customer newer) {
    if (older == null || newer == null) {
      return first(newer, older);
    }
    if (areDifferentPeople(older, newer)) {
      return newer;
    }
    return new Customer(
        fuller(newer.id(), older.id()),
        fuller(newer.name(), older.name()),
        fuller(newer.email(), older.email()));
  }

  // A name must not inherit the address of somebody else. An address without a name could be
  // anybody's: taking it would make the result depend on which views were merged before.
  private static boolean areDifferentPeople(Customer older, Customer newer) {
    String name = newer.name();
    return name != null && !name.isEmpty() && !Objects.equals(older.name(), name);
  }

  private static <T> @Nullable T first(@Nullable T preferred, @Nullable T other) {
    return preferred != null ? preferred : other;
  }

  private static @Nullable String fuller(@Nullable String preferred, @Nullable String other) {
    return preferred == null || (preferred.isEmpty() && other != null) ? other : preferred;
  }

  private static <T> @Nullable List<T> fuller(
      @Nullable List<T> preferred, @Nullable List<T> other) {
    return preferred == null || (preferred.isEmpty() && other != null) ? other : preferred;
  }

  private static @Nullable Map<String, String> fuller(
      @Nullable Map<String, String> preferred, @Nullable Map<String, String> other) {
    return preferred == null || (preferred.isEmpty() && other != null) ? other : preferred;
  }
}
