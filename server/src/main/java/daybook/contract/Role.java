package daybook.contract;

import java.util.Optional;

/** What a grant allows its application to see (CONTRACT 4.3). */
public enum Role {
  /** The four reporting operations. */
  AMAZON_BUSINESS_ANALYTICS("Amazon Business Analytics"),
  /** getTransactions. */
  BUSINESS_PURCHASE_RECONCILIATION("Business Purchase Reconciliation"),
  /** getOrders. */
  INVENTORY_AND_ORDER_TRACKING("Inventory and Order Tracking"),
  /** getOrders with shipping addresses. */
  DIRECT_TO_CONSUMER_SHIPPING("Direct to Consumer Shipping (Restricted)"),
  /** getOrders with buyer details. */
  TAX_INVOICING("Tax Invoicing (Restricted)"),
  /** getOrders with buyer details. */
  TAX_REMITTANCE("Tax Remittance (Restricted)");

  private final String title;

  Role(String title) {
    this.title = title;
  }

  /** Returns the name that Amazon's documents use. */
  public String title() {
    return title;
  }

  /** Reads a title or a constant's name, in any case, with hyphens or spaces for underscores. */
  public static Optional<Role> parse(String text) {
    String name = text.strip();
    for (Role role : values()) {
      if (role.title.equalsIgnoreCase(name)
          || role.name().equalsIgnoreCase(name.replace('-', '_').replace(' ', '_'))) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }
}
