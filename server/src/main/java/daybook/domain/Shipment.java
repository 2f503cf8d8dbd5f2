package daybook.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A parcel of an order; its wire status is always "Shipped" (CONTRACT 1.4, {@code Shipment}).
 *
 * @param shipmentDate UTC instant at which it was shipped
 * @param carrierTracking tracking number of the carrier
 * @param expectedDeliveryDate UTC instant at which it is expected
 * @param deliveryStatus where it stands
 * @param quantity units in it
 * @param amounts the five sums of this parcel
 * @param carrierName carrier
 * @param shippingAddress where it goes
 */
public record Shipment(
    @Nullable Instant shipmentDate,
    @Nullable String carrierTracking,
    @Nullable Instant expectedDeliveryDate,
    DeliveryStatus deliveryStatus,
    int quantity,
    Amounts amounts,
    @Nullable String carrierName,
    @Nullable Address shippingAddress) {}
