package daybook.domain.seller;

import daybook.domain.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an order costs and how it is paid.
 *
 * @param total what is charged for the order; pending orders show none
 * @param method the method, in a coarse grid
 * @param methodDetails methods by name, such as "CreditCard"
 * @param execution the single payments of an order
 */
public record SellerPayment(
    @Nullable Money total,
    @Nullable Method method,
    @Nullable List<String> methodDetails,
    @Nullable List<Execution> execution) {

  /** A payment of which nothing is known. */
  public static final SellerPayment UNKNOWN = new SellerPayment(null, null, null, null);

  /** Copies the lists. */
  public SellerPayment {
    methodDetails = methodDetails == null ? null : List.copyOf(methodDetails);
    execution = execution == null ? null : List.copyOf(execution);
  }

  /** A way to pay, in a coarse grid (CONTRACT 1.5, {@code PaymentMethod}). */
  public enum Method implements Named {
    /** Cash on delivery. */
    COD("COD"),
    /** In a convenience store. */
    CVS("CVS"),
    /** Anything else. */
    OTHER("Other");

    private final String wireName;

    Method(String wireName) {
      this.wireName = wireName;
    }

    @Override
    public String wireName() {
      return wireName;
    }
  }

  /**
   * One payment (CONTRACT 1.5, {@code PaymentExecutionDetailItem}).
   *
   * @param payment how much
   * @param method by what, such as "GC"
   * @param acquirerId who took the card; Brazil only
   * @param cardBrand brand of the card; Brazil only
   * @param authorizationCode code of the authorisation; Brazil only
   */
  public record Execution(
      Money payment,
      String method,
      @Nullable String acquirerId,
      @Nullable String cardBrand,
      @Nullable String authorizationCode) {}
}
