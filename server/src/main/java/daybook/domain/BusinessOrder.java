package daybook.domain;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An order as its buyer sees it: all that Reporting 2021 and 2025 can show (CONTRACT 1.2, 1.4).
 *
 * <p>Null means "no source has shown it", which is not the same as an empty list or map.
 *
 * @param orderId Amazon's identifier, unique within an account
 * @param orderDate UTC instant at which it was placed
 * @param region where it was placed
 * @param purchaseOrderNumber the buyer's purchase order
 * @param status state of the order
 * @param quantity units ordered
 * @param amounts the five sums of the order
 * @param buyingCustomer who placed it
 * @param buyerGroupName group of the business it was placed from
 * @param businessOrderInfo custom fields of the checkout, in their original order
 * @param lastApprover who approved it last
 * @param legalEntityName legal entity of the buyer
 * @param lineItems its positions
 * @param shipments its parcels
 * @param charges its payments
 */
public record BusinessOrder(
    String orderId,
    Instant orderDate,
    @Nullable Region region,
    @Nullable String purchaseOrderNumber,
    OrderStatus status,
    @Nullable Integer quantity,
    Amounts amounts,
    @Nullable Customer buyingCustomer,
    @Nullable String buyerGroupName,
    @Nullable Map<String, String> businessOrderInfo,
    @Nullable Customer lastApprover,
    @Nullable String legalEntityName,
    @Nullable List<LineItem> lineItems,
    @Nullable List<Shipment> shipments,
    @Nullable List<Charge> charges) {

  /** Copies the collections. */
  public BusinessOrder {
    businessOrderInfo =
        businessOrderInfo == null
            ? null
            : Collections.unmodifiableMap(new LinkedHashMap<>(businessOrderInfo));
    lineItems = lineItems == null ? null : List.copyOf(lineItems);
    shipments = shipments == null ? null : List.copyOf(shipments);
    charges = charges == null ? null : List.copyOf(charges);
  }

  /** Says whether nothing was shipped because the goods are digital: ids such as D01-.... */
  public boolean isDigital() {
    return orderId.length() > 3 && orderId.charAt(0) == 'D' && orderId.charAt(3) == '-';
  }
}
