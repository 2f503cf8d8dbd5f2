package daybook.world.seller;

import daybook.domain.Region;
import java.util.Locale;

/** Names of a marketplace that its sellers see. */
final class Storefront {

  private Storefront() {}

  /** Returns the channel of sale, such as "Amazon.co.uk". */
  static String channel(Region region) {
    return "Amazon."
        + switch (region) {
          case US -> "com";
          case MX -> "com.mx";
          case UK -> "co.uk";
          case JP -> "co.jp";
          case AU -> "com.au";
          case CA, DE, FR, IT, ES, IN -> region.name().toLowerCase(Locale.ROOT);
        };
  }

  /** Returns where the addresses live that stand for those of the buyers. */
  static String mailHost(Region region) {
    return "marketplace." + channel(region).toLowerCase(Locale.ROOT);
  }
}
