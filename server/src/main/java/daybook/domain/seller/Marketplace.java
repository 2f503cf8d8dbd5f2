package daybook.domain.seller;

import java.util.Optional;

/** A country that Amazon has a marketplace in (CONTRACT 6). */
public enum Marketplace {
  /** Canada. */
  CA("A2EUQ1WTGCTBG2", Endpoint.NA, "CAD"),
  /** United States. */
  US("ATVPDKIKX0DER", Endpoint.NA, "USD"),
  /** Mexico. */
  MX("A1AM78C64UM0Y8", Endpoint.NA, "MXN"),
  /** Brazil. */
  BR("A2Q3Y263D00KWC", Endpoint.NA, "BRL"),
  /** Ireland. */
  IE("A28R8C7NBKEWEA", Endpoint.EU, "EUR"),
  /** Spain. */
  ES("A1RKKUPIHCS9HS", Endpoint.EU, "EUR"),
  /** United Kingdom; GB in older guides. */
  UK("A1F83G8C2ARO7P", Endpoint.EU, "GBP"),
  /** France. */
  FR("A13V1IB3VIYZZH", Endpoint.EU, "EUR"),
  /** Belgium. */
  BE("AMEN7PMS3EDWL", Endpoint.EU, "EUR"),
  /** Netherlands. */
  NL("A1805IZSGTT6HS", Endpoint.EU, "EUR"),
  /** Germany. */
  DE("A1PA6795UKMFR9", Endpoint.EU, "EUR"),
  /** Italy. */
  IT("APJ6JRA9NG5V4", Endpoint.EU, "EUR"),
  /** Sweden. */
  SE("A2NODRKZP88ZB9", Endpoint.EU, "SEK"),
  /** South Africa. */
  ZA("AE08WJ6YKNBMC", Endpoint.EU, "ZAR"),
  /** Poland. */
  PL("A1C3SOZRARQ6R3", Endpoint.EU, "PLN"),
  /** Egypt. */
  EG("ARBP9OOSHTCHU", Endpoint.EU, "EGP"),
  /** Turkey. */
  TR("A33AVAJ2PDY3EV", Endpoint.EU, "TRY"),
  /** Saudi Arabia. */
  SA("A17E79C6D8DWNP", Endpoint.EU, "SAR"),
  /** United Arab Emirates. */
  AE("A2VIGQ35RCS4UG", Endpoint.EU, "AED"),
  /** India. */
  IN("A21TJRUUN4KGV", Endpoint.EU, "INR"),
  /** Singapore. */
  SG("A19VAU5U5O7RUS", Endpoint.FE, "SGD"),
  /** Australia. */
  AU("A39IBJ37TRP1C6", Endpoint.FE, "AUD"),
  /** Japan. */
  JP("A1VC38T7YXB528", Endpoint.FE, "JPY");

  /** The part of the world that one endpoint of the Selling Partner API serves. */
  public enum Endpoint {
    /** North and South America. */
    NA,
    /** Europe, the Middle East, Africa and India. */
    EU,
    /** The Far East and Australia. */
    FE
  }

  private final String id;
  private final Endpoint endpoint;
  private final String currencyCode;

  Marketplace(String id, Endpoint endpoint, String currencyCode) {
    this.id = id;
    this.endpoint = endpoint;
    this.currencyCode = currencyCode;
  }

  /** Returns the identifier on the wire, such as "ATVPDKIKX0DER". */
  public String id() {
    return id;
  }

  /** Returns the country code; the constant has the same name. */
  public String countryCode() {
    return name();
  }

  /** Returns which endpoint serves it. */
  public Endpoint endpoint() {
    return endpoint;
  }

  /** Returns the ISO 4217 code of the currency that its orders are paid in. */
  public String currencyCode() {
    return currencyCode;
  }

  /** Finds a marketplace by its identifier, in any case. */
  public static Optional<Marketplace> ofId(String id) {
    for (Marketplace marketplace : values()) {
      if (marketplace.id.equalsIgnoreCase(id.strip())) {
        return Optional.of(marketplace);
      }
    }
    return Optional.empty();
  }
}
