package daybook.world;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One purchase as it truly is, whoever looks at it: what the buyer and the sellers are shown is
 * drawn from it, so that both agree to the cent. Moments are seconds since 1970 UTC.
 *
 * @param orderId its id for buyer and sellers
 * @param market where it was made
 * @param buyer who made it
 * @param purchaseOrderNumber the buyer's purchase order
 * @param fields custom fields of the checkout; null if there were none
 * @param lines what was bought
 * @param life what has become of it, and will
 * @param rewardPercent part of the first payment taken from a reward account
 * @param reference what the references of its parcels and payments are drawn from
 */
public record Purchase(
    String orderId,
    Market market,
    Company.Buyer buyer,
    @Nullable String purchaseOrderNumber,
    @Nullable Map<String, String> fields,
    List<Line> lines,
    Timeline life,
    int rewardPercent,
    long reference) {

  /**
   * An article in the cart.
   *
   * @param article what
   * @param vendor from whom
   * @param quantity how many
   * @param listPrice of one, in minor units
   * @param price paid for one
   * @param program under which it was cheaper; null if under none
   * @param discountPercent how much cheaper
   * @param exempt whether it was exempt from tax; null if the buyer is not enrolled
   * @param reference line of the buyer's own purchase order
   * @param sums what the line costs
   */
  public record Line(
      Goods.Article article,
      Vendor vendor,
      int quantity,
      long listPrice,
      long price,
      @Nullable String program,
      int discountPercent,
      @Nullable Boolean exempt,
      @Nullable String reference,
      Sums sums) {}

  /** Says whether it is delivered by download. */
  public boolean isDigital() {
    return orderId.startsWith("D");
  }

  /**
   * Returns how many units of a line are in the parcels before the given one. Lines begin in turn
   * with the first and the last parcel, so that none stays empty.
   */
  public int unitsBefore(int parcel, int line) {
    int parcels = life.parcels().size();
    return (lines.get(line).quantity() * parcel + line % parcels) / parcels;
  }

  /** Returns what a parcel costs. */
  public Sums sums(int parcel) {
    Sums sums = Sums.NONE;
    for (int i = 0; i < lines.size(); i++) {
      sums = sums.plus(sums(parcel, i, units(parcel, i)));
    }
    return sums;
  }

  /** Returns what the first units of a line in a parcel cost. */
  public Sums sums(int parcel, int line, int units) {
    int from = unitsBefore(parcel, line);
    return lines.get(line).sums().part(from, from + units, lines.get(line).quantity());
  }

  /** Returns how many units are in a parcel. */
  public int units(int parcel) {
    int units = 0;
    for (int i = 0; i < lines.size(); i++) {
      units += units(parcel, i);
    }
    return units;
  }

  /** Returns how many units of a line are in a parcel. */
  public int units(int parcel, int line) {
    return unitsBefore(parcel + 1, line) - unitsBefore(parcel, line);
  }

  /** Returns what a reward account pays of a parcel. */
  public long rewards(int parcel) {
    return parcel == 0 ? sums(0).net() * rewardPercent / 100 : 0;
  }

  /** Returns what comes back of it, if anything ever does. */
  public Optional<Return> returned() {
    return Return.of(this);
  }

  /** Returns the carrier's number of a parcel. */
  public String trackingNumber(int parcel) {
    return "TBA" + Dice.of(Dice.Topic.REFERENCE, reference, parcel).text(Dice.DIGITS, 12);
  }

  /** Returns the reference of the payment for a parcel. */
  public String transactionId(int parcel) {
    return Dice.of(Dice.Topic.REFERENCE, reference, parcel, 1).text(Dice.LETTERS, 20);
  }

  /** Returns the reference of what a reward account paid. */
  public String rewardTransactionId() {
    return Dice.of(Dice.Topic.REFERENCE, reference, 0, 2).text(Dice.LETTERS, 20);
  }

  /** Returns the carrier of a parcel. */
  public String carrier(int parcel) {
    return Dice.of(Dice.Topic.REFERENCE, reference, parcel, 3).any(market.carriers());
  }

  /** Says whether a carrier tells where its parcels are; one in twenty does not. */
  public boolean isTraceable() {
    return !Dice.of(Dice.Topic.REFERENCE, reference).percent(5);
  }

  /** Returns when a parcel is paid for, in seconds: within the half hour before it leaves. */
  public long charged(int parcel) {
    long shipped = life.parcels().get(parcel).shipped();
    return isDigital()
        ? shipped
        : shipped - Dice.of(Dice.Topic.REFERENCE, reference, parcel, 4).below(1800);
  }
}
