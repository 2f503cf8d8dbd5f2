package daybook.operation.reporting2021;

import daybook.domain.DeliveryStatus;
import daybook.domain.OrderStatus;

/** How answers spell the states of orders, shipments and deliveries (CONTRACT 2 #4). */
public enum StatusSpelling {

  /** As the reference has it: Pending Approval, Shipped, NOT DELIVERED. */
  DOCUMENTED("", "Shipped") {
    @Override
    String of(OrderStatus status) {
      return switch (status) {
        case PENDING_APPROVAL -> "Pending Approval";
        case PAYMENT_CONFIRMED -> "Payment Confirmed";
        case PENDING_FULFILLMENT -> "Pending Fulfillment";
        case PENDING -> "Pending";
        case CANCELLED -> "Cancelled";
        case CLOSED -> "Closed";
      };
    }

    @Override
    String of(DeliveryStatus status) {
      return status.name().replace('_', ' ');
    }
  },

  /** As the live service answers: PENDING_APPROVAL, SHIPPED, NOT_DELIVERED. */
  OBSERVED("observed", "SHIPPED") {
    @Override
    String of(OrderStatus status) {
      return status.name();
    }

    @Override
    String of(DeliveryStatus status) {
      return status.name();
    }
  };

  private final String suffix;
  private final String shipped;

  StatusSpelling(String suffix, String shipped) {
    this.suffix = suffix;
    this.shipped = shipped;
  }

  /** Returns the spelling of an order's status. */
  abstract String of(OrderStatus status);

  /** Returns the spelling of a delivery's status. */
  abstract String of(DeliveryStatus status);

  /** Returns the spelling of the one status that shipments have. */
  String shipped() {
    return shipped;
  }

  /** Returns the end of the names of views that show states. */
  String suffix() {
    return suffix;
  }
}
