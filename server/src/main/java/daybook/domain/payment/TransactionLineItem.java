package daybook.domain.payment;

import daybook.domain.Money;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The part of a transaction that is about one position of one parcel (CONTRACT 3).
 *
 * @param refundReason why the money came back, in free text
 * @param amounts what the part is made up of
 * @param unitPrice price of one unit
 * @param taxRate tax rate on the goods, in the text it came in, such as "0.0825"
 * @param orderId order it belongs to
 * @param orderLineItemId position of the order
 * @param purchaseOrderNumber the buyer's purchase order; empty if there is none
 * @param purchaseOrderLineItemId position of the buyer's purchase order
 * @param asin article
 * @param productTitle name of the article
 * @param unspsc category of the article
 * @param itemQuantity units
 * @param shipmentId parcel
 * @param shipmentDate UTC instant at which the parcel was shipped
 * @param merchantLegalName who sold it
 * @param budgetId the buyer's budget it counts against
 * @param businessOrderInfo custom fields of the checkout, in their original order
 */
public record TransactionLineItem(
    @Nullable String refundReason,
    LineAmounts amounts,
    @Nullable Money unitPrice,
    @Nullable String taxRate,
    @Nullable String orderId,
    @Nullable String orderLineItemId,
    @Nullable String purchaseOrderNumber,
    @Nullable String purchaseOrderLineItemId,
    @Nullable String asin,
    @Nullable String productTitle,
    @Nullable String unspsc,
    @Nullable Integer itemQuantity,
    @Nullable String shipmentId,
    @Nullable Instant shipmentDate,
    @Nullable String merchantLegalName,
    @Nullable String budgetId,
    @Nullable Map<String, String> businessOrderInfo) {

  /** Copies the map. */
  public TransactionLineItem {
    businessOrderInfo =
        businessOrderInfo == null
            ? null
            : Collections.unmodifiableMap(new LinkedHashMap<>(businessOrderInfo));
  }
}
