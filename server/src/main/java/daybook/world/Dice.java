package daybook.world;

import java.util.List;

/**
 * A stream of numbers that look random and are the same on every Java, for the same keys.
 *
 * <p>The generators of the JDK promise their sequence for one release only, hence this one: the
 * mixing function of SplitMix64 over a counter.
 */
public final class Dice {

  /** The ten digits. */
  public static final String DIGITS = "0123456789";

  /** Digits and capital letters. */
  public static final String CAPITALS = DIGITS + "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

  /** Digits and letters. */
  public static final String LETTERS = CAPITALS + "abcdefghijklmnopqrstuvwxyz";

  private static final long STEP = 0x9e3779b97f4a7c15L;

  private long state;

  /**
   * What is drawn; every topic has a stream of its own, so that one does not disturb the others.
   */
  public enum Topic {
    /** Names, people and habits of an account. */
    FOUNDING,
    /** Articles on sale. */
    GOODS,
    /** Sellers. */
    VENDORS,
    /** What a seller asks for an article. */
    PRICE,
    /** When and where a purchase is made. */
    PLACING,
    /** Who buys, on which purchase order. */
    BUYING,
    /** The number of a purchase order that several purchases share. */
    PURCHASE_ORDER,
    /** What is in the cart and what it costs. */
    CART,
    /** What becomes of a purchase. */
    LIFE,
    /** References of parcels and payments. */
    REFERENCE,
    /** What comes back of a purchase. */
    RETURNS,
    /** How sellers ship, and what they are told of their buyers. */
    SELLING
  }

  private Dice(long state) {
    this.state = state;
  }

  /** Returns the stream of a topic under the given keys. */
  public static Dice of(Topic topic, long... keys) {
    // The name, not the ordinal: a new topic must not change the world.
    long mixed = mix(topic.name().hashCode());
    for (long key : keys) {
      mixed = mix((mixed + STEP) ^ key);
    }
    return new Dice(mixed);
  }

  /** Returns any number. */
  public long next() {
    state += STEP;
    return mix(state);
  }

  /** Returns a number from 0 to below the bound. */
  public int below(int bound) {
    return (int) (((next() >>> 32) * bound) >>> 32);
  }

  /** Returns a number from 0 to below the bound. */
  public long below(long bound) {
    return Long.remainderUnsigned(next(), bound);
  }

  /** Returns a number from the lower to the upper bound, both included. */
  public int between(int from, int to) {
    return from + below(to - from + 1);
  }

  /** Returns a number from 0 to below the bound, small ones more often. */
  public int skewed(int bound) {
    return Math.min(below(bound), below(bound));
  }

  /** Says yes in so many of a hundred cases. */
  public boolean percent(int percent) {
    return below(100) < percent;
  }

  /** Says yes in so many of ten thousand cases. */
  public boolean perTenThousand(int cases) {
    return below(10_000) < cases;
  }

  /** Returns any of them. */
  public <T> T any(List<T> choices) {
    return choices.get(below(choices.size()));
  }

  /** Returns any of them, the first ones more often. */
  public <T> T anySkewed(List<T> choices) {
    return choices.get(skewed(choices.size()));
  }

  /** Returns that many characters of an alphabet. */
  public String text(String alphabet, int length) {
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append(alphabet.charAt(below(alphabet.length())));
    }
    return text.toString();
  }

  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
