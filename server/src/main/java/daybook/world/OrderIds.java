package daybook.world;

import java.util.List;

/**
 * Gives every purchase of the world an order id of its own: 3-7-7 digits, or D01-7-7.
 *
 * <p>The fourteen digits are a permutation of the purchase's number: four rounds of a Feistel
 * network over two halves of seven digits. So no id is given twice, and none has to be remembered.
 */
final class OrderIds {

  private static final int HALF = 10_000_000;
  private static final int ROUNDS = 4;

  private final long[] roundKeys = new long[ROUNDS];

  OrderIds(long seed) {
    Dice dice = Dice.of(Dice.Topic.PLACING, seed);
    for (int round = 0; round < ROUNDS; round++) {
      roundKeys[round] = dice.next();
    }
  }

  /** Returns the id of a purchase that is sent in parcels. */
  String physical(List<String> prefixes, long number) {
    String prefix = prefixes.get((int) (number % prefixes.size()));
    return id(prefix, number);
  }

  /** Returns the id of a purchase that is delivered by download. */
  String digital(long number) {
    return id("D01", number);
  }

  private String id(String prefix, long number) {
    int left = (int) (number / HALF % HALF);
    int right = (int) (number % HALF);
    for (long roundKey : roundKeys) {
      int mixed = Dice.of(Dice.Topic.PLACING, roundKey, right).below(HALF);
      int next = (left + mixed) % HALF;
      left = right;
      right = next;
    }
    StringBuilder id = new StringBuilder(19).append(prefix);
    appendSeven(id.append('-'), left);
    appendSeven(id.append('-'), right);
    return id.toString();
  }

  private static void appendSeven(StringBuilder id, int half) {
    for (int unit = HALF / 10; unit > 0; unit /= 10) {
      id.append((char) ('0' + half / unit % 10));
    }
  }
}
