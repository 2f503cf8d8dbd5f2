package daybook.domain;

import java.util.Locale;
import java.util.Optional;

/** A marketplace country of Amazon Business, as the 2025 reporting API names it (CONTRACT 6). */
public enum Region {
  /** Germany. */
  DE("EUR"),
  /** France. */
  FR("EUR"),
  /** United Kingdom; never GB on the wire. */
  UK("GBP"),
  /** Italy. */
  IT("EUR"),
  /** Spain. */
  ES("EUR"),
  /** India. */
  IN("INR"),
  /** United States. */
  US("USD"),
  /** Canada. */
  CA("CAD"),
  /** Mexico. */
  MX("MXN"),
  /** Japan. */
  JP("JPY"),
  /** Australia. */
  AU("AUD");

  private final String currencyCode;

  Region(String currencyCode) {
    this.currencyCode = currencyCode;
  }

  /** Returns the ISO 4217 code of the currency orders of this region are paid in. */
  public String currencyCode() {
    return currencyCode;
  }

  /** Reads a code in any case, GB as UK. */
  public static Optional<Region> parse(String text) {
    String code = text.strip().toUpperCase(Locale.ROOT);
    String name = code.equals("GB") ? "UK" : code;
    for (Region region : values()) {
      if (region.name().equals(name)) {
        return Optional.of(region);
      }
    }
    return Optional.empty();
  }
}
