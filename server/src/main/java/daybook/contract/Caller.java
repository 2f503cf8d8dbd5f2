package daybook.contract;

import daybook.domain.AccountId;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who a valid access token speaks for.
 *
 * @param clientId the application
 * @param grantId the grant it holds
 * @param account the account whose data it may see
 * @param roles what it may ask for
 * @param restriction what it opens if it is a restricted data token; null for a plain access token
 */
public record Caller(
    String clientId,
    String grantId,
    AccountId account,
    Set<Role> roles,
    @Nullable Restriction restriction) {

  /** Copies the set. */
  public Caller {
    roles = Set.copyOf(roles);
  }

  /** Makes a caller with a plain access token. */
  public Caller(String clientId, String grantId, AccountId account, Set<Role> roles) {
    this(clientId, grantId, account, roles, null);
  }

  /** Says whether the token may be used for an operation at all, apart from roles. */
  public boolean opens(OperationSpec operation) {
    return restriction == null || restriction.elements().containsKey(operation.path());
  }

  /** Returns the restricted data that the caller may see in answers of an operation. */
  public Set<DataElement> dataElements(OperationSpec operation) {
    return restriction == null
        ? Set.of()
        : restriction.elements().getOrDefault(operation.path(), Set.of());
  }

  /**
   * What a restricted data token opens, and nothing else (CONTRACT 4.4).
   *
   * @param elements data elements by the path of the operation
   */
  public record Restriction(Map<String, Set<DataElement>> elements) {

    /** Copies the map. */
    public Restriction {
      Map<String, Set<DataElement>> copy = new LinkedHashMap<>();
      elements.forEach((path, all) -> copy.put(path, Set.copyOf(all)));
      elements = Collections.unmodifiableMap(copy);
    }
  }

  /** Restricted data, which only a restricted data token shows (CONTRACT 4.4). */
  public enum DataElement {
    /** Who bought. */
    BUYER_INFO("buyerInfo", Role.TAX_INVOICING, Role.TAX_REMITTANCE),
    /** What an invoice to the buyer must say. */
    BUYER_TAX_INFORMATION("buyerTaxInformation", Role.TAX_INVOICING, Role.TAX_REMITTANCE),
    /** Where the goods go to. */
    SHIPPING_ADDRESS("shippingAddress", Role.DIRECT_TO_CONSUMER_SHIPPING);

    private final String wireName;

    // Made by EnumSet and never changed, which the checker doesn't see.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<Role> roles;

    DataElement(String wireName, Role... roles) {
      this.wireName = wireName;
      this.roles = Collections.unmodifiableSet(EnumSet.copyOf(Arrays.asList(roles)));
    }

    /** Returns the name on the wire. */
    public String wireName() {
      return wireName;
    }

    /** Returns the roles of which one is needed (CONTRACT 4.3). */
    public Set<Role> roles() {
      return roles;
    }

    /** Reads a name, in any case. */
    public static Optional<DataElement> parse(String text) {
      return Arrays.stream(values())
          .filter(element -> element.wireName.equalsIgnoreCase(text.strip()))
          .findFirst();
    }
  }
}
