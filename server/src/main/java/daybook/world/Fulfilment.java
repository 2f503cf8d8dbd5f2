package daybook.world;

import daybook.domain.Charge;
import daybook.domain.DeliveryStatus;
import daybook.domain.Shipment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The parcels that have left until some moment, and what was charged for them. */
final class Fulfilment {

  private final long now;

  /** Takes the moment, in seconds since 1970 UTC. */
  Fulfilment(long now) {
    this.now = now;
  }

  /** Returns the shipments; a download has none. */
  List<Shipment> shipments(Purchase purchase) {
    return purchase.isDigital()
        ? List.of()
        : parcels(purchase).mapToObj(parcel -> shipment(purchase, parcel)).toList();
  }

  /** Returns the charges: one a parcel, and one for what a reward account paid. */
  List<Charge> charges(Purchase purchase) {
    List<Charge> charges = new ArrayList<>();
    parcels(purchase).forEach(parcel -> addCharges(purchase, parcel, charges));
    return charges;
  }

  /** Returns the payments that a line was part of. */
  List<String> transactionIds(Purchase purchase, int line) {
    return parcelsOf(purchase, line, purchase::transactionId);
  }

  /** Returns the parcels that a line travelled in. */
  List<String> trackingNumbers(Purchase purchase, int line) {
    return purchase.isDigital() ? List.of() : parcelsOf(purchase, line, purchase::trackingNumber);
  }

  private IntStream parcels(Purchase purchase) {
    List<Timeline.Parcel> parcels = purchase.life().parcels();
    return IntStream.range(0, parcels.size())
        .filter(parcel -> parcels.get(parcel).shipped() <= now);
  }

  private List<String> parcelsOf(Purchase purchase, int line, IntFunction<String> name) {
    return parcels(purchase)
        .filter(
            parcel -> purchase.unitsBefore(parcel, line) < purchase.unitsBefore(parcel + 1, line))
        .mapToObj(name)
        .toList();
  }

  private Shipment shipment(Purchase purchase, int number) {
    Timeline.Parcel parcel = purchase.life().parcels().get(number);
    DeliveryStatus arrived =
        parcel.delivered() <= now ? DeliveryStatus.DELIVERED : DeliveryStatus.NOT_DELIVERED;
    return new Shipment(
        Instant.ofEpochSecond(parcel.shipped()),
        purchase.trackingNumber(number),
        Instant.ofEpochSecond(parcel.delivered()),
        purchase.isTraceable() ? arrived : DeliveryStatus.NOT_AVAILABLE,
        purchase.units(number),
        purchase.sums(number).amounts(purchase.market()),
        purchase.carrier(number),
        purchase.buyer().site());
  }

  private static void addCharges(Purchase purchase, int parcel, List<Charge> charges) {
    long due = purchase.sums(parcel).net();
    long rewards = purchase.rewards(parcel);
    if (rewards > 0) {
      String id = purchase.rewardTransactionId();
      charges.add(charge(purchase, parcel, id, rewards, "Reward Account"));
    }
    if (due > 0) {
      String type = purchase.buyer().paymentInstrumentType();
      charges.add(charge(purchase, parcel, purchase.transactionId(parcel), due - rewards, type));
    }
  }

  private static Charge charge(
      Purchase purchase, int parcel, String id, long amount, String instrumentType) {
    Company.Buyer buyer = purchase.buyer();
    @Nullable String lastDigits =
        instrumentType.equals(buyer.paymentInstrumentType()) ? buyer.lastDigits() : null;
    return new Charge(
        Instant.ofEpochSecond(purchase.charged(parcel)),
        id,
        purchase.market().money(amount),
        instrumentType,
        lastDigits);
  }
}
