package daybook.operation.reporting2021;

import daybook.contract.WireMoney;
import daybook.domain.Amounts;
import daybook.domain.BusinessOrder;
import daybook.domain.Money;
import daybook.json.JsonObject;
import daybook.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/** The five sums of an order, item or shipment: members of one prefix (CONTRACT 1.4). */
final class SumsJson {

  private SumsJson() {}

  static Amounts read(JsonObject parent, String prefix) {
    return new Amounts(
        WireMoney.read(parent, prefix + "SubTotal"),
        WireMoney.read(parent, prefix + "ShippingAndHandling"),
        WireMoney.read(parent, prefix + "Promotion"),
        WireMoney.read(parent, prefix + "Tax"),
        WireMoney.read(parent, prefix + "NetTotal"));
  }

  static void write(JsonWriter json, String prefix, Amounts sums) {
    WireMoney.writeText(json, prefix + "SubTotal", sums.subTotal());
    WireMoney.writeText(json, prefix + "ShippingAndHandling", sums.shippingAndHandling());
    WireMoney.writeText(json, prefix + "Promotion", sums.promotion());
    WireMoney.writeText(json, prefix + "Tax", sums.tax());
    WireMoney.writeText(json, prefix + "NetTotal", sums.netTotal());
  }

  /**
   * Returns the sums of an order with zero for the unknown ones.
   *
   * <p>All five are required and clients add them up. What Reporting 2025 does not list for an
   * order was not charged, so zero is what the service itself would show. Only when neither a sum
   * nor the region tells the currency they stay unknown, and are written as null.
   */
  static Amounts withoutGaps(BusinessOrder order) {
    Amounts sums = order.amounts();
    String currency = sums.currencyCode();
    if (currency == null && order.region() != null) {
      currency = order.region().currencyCode();
    }
    if (currency == null) {
      return sums;
    }
    Money zero = Money.zero(currency);
    return new Amounts(
        or(sums.subTotal(), zero),
        or(sums.shippingAndHandling(), zero),
        or(sums.promotion(), zero),
        or(sums.tax(), zero),
        or(sums.netTotal(), zero));
  }

  private static Money or(@Nullable Money sum, Money zero) {
    return sum == null ? zero : sum;
  }
}
