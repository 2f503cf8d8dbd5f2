package daybook.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One position of an order (CONTRACT 1.4, {@code LineItem}).
 *
 * @param product what was bought
 * @param listedPricePerUnit list price of one unit
 * @param purchasedPricePerUnit price paid for one unit
 * @param quantity units bought
 * @param amounts the five sums of this position
 * @param purchaseOrderLineItem reference of the buyer's purchase order, for Punchout
 * @param taxExemption tax exemption
 * @param discount negotiated or quantity discount
 * @param seller who sold it
 * @param sellerCredentials names of the seller's certificates
 * @param sellerCredentialDetails the certificates with their issuers
 * @param transactionIds payments this position was part of
 * @param carrierTrackingNumbers parcels this position travelled in
 */
public record LineItem(
    Product product,
    @Nullable Money listedPricePerUnit,
    @Nullable Money purchasedPricePerUnit,
    int quantity,
    Amounts amounts,
    @Nullable String purchaseOrderLineItem,
    TaxExemption taxExemption,
    Discount discount,
    @Nullable Seller seller,
    List<String> sellerCredentials,
    List<SellerCredential> sellerCredentialDetails,
    List<String> transactionIds,
    List<String> carrierTrackingNumbers) {

  /** Copies the lists. */
  public LineItem {
    sellerCredentials = List.copyOf(sellerCredentials);
    sellerCredentialDetails = List.copyOf(sellerCredentialDetails);
    transactionIds = List.copyOf(transactionIds);
    carrierTrackingNumbers = List.copyOf(carrierTrackingNumbers);
  }
}
