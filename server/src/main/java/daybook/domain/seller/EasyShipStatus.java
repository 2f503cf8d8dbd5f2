package daybook.domain.seller;

/** How far an Easy Ship parcel has come (CONTRACT 1.5, {@code EasyShipShipmentStatus}). */
public enum EasyShipStatus implements Named {
  /** Awaits the schedule for its pick-up. */
  PENDING_SCHEDULE("PendingSchedule"),
  /** Not picked up yet. */
  PENDING_PICK_UP("PendingPickUp"),
  /** The seller will bring it to the carrier. */
  PENDING_DROP_OFF("PendingDropOff"),
  /** The seller has cancelled the pick-up. */
  LABEL_CANCELED("LabelCanceled"),
  /** Picked up from the seller. */
  PICKED_UP("PickedUp"),
  /** Brought to the carrier by the seller. */
  DROPPED_OFF("DroppedOff"),
  /** At the fulfilment centre it starts from. */
  AT_ORIGIN_FC("AtOriginFC"),
  /** At the fulfilment centre it goes to. */
  AT_DESTINATION_FC("AtDestinationFC"),
  /** Delivered. */
  DELIVERED("Delivered"),
  /** Refused by the buyer. */
  REJECTED_BY_BUYER("RejectedByBuyer"),
  /** Can't be delivered. */
  UNDELIVERABLE("Undeliverable"),
  /** Not delivered, and on its way back. */
  RETURNING_TO_SELLER("ReturningToSeller"),
  /** Not delivered, and back at the seller. */
  RETURNED_TO_SELLER("ReturnedToSeller"),
  /** Lost. */
  LOST("Lost"),
  /** Out for delivery. */
  OUT_FOR_DELIVERY("OutForDelivery"),
  /** Damaged by the carrier. */
  DAMAGED("Damaged");

  private final String wireName;

  EasyShipStatus(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
