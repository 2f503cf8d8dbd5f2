package daybook.domain.seller;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A postal address as sellers see it (CONTRACT 1.5, {@code Address}).
 *
 * @param contact who lives or works there
 * @param lines the lines above the place
 * @param place city and country, which is all that a plain access token shows
 * @param extended parts of the lines; Brazil only
 * @param type home or office
 */
public record SellerAddress(
    Contact contact, Lines lines, Place place, @Nullable Extended extended, @Nullable Type type) {

  /** Home or office. */
  public enum Type implements Named {
    /** A home. */
    RESIDENTIAL("Residential"),
    /** An office, shop or plant. */
    COMMERCIAL("Commercial");

    private final String wireName;

    Type(String wireName) {
      this.wireName = wireName;
    }

    @Override
    public String wireName() {
      return wireName;
    }
  }

  /**
   * Who lives or works at an address.
   *
   * @param name full name
   * @param companyName name of the company
   * @param phone telephone number
   */
  public record Contact(
      @Nullable String name, @Nullable String companyName, @Nullable String phone) {

    /** Nobody that is known. */
    public static final Contact UNKNOWN = new Contact(null, null, null);
  }

  /**
   * The lines above the place.
   *
   * @param first street and number
   * @param second more of it
   * @param third still more
   */
  public record Lines(@Nullable String first, @Nullable String second, @Nullable String third) {

    /** Lines of which none is known. */
    public static final Lines UNKNOWN = new Lines(null, null, null);
  }

  /**
   * City and country.
   *
   * @param city city
   * @param stateOrRegion state or region
   * @param postalCode postal code
   * @param countryCode ISO 3166 two-letter code
   * @param finer what lies between a street and its city
   */
  public record Place(
      @Nullable String city,
      @Nullable String stateOrRegion,
      @Nullable String postalCode,
      @Nullable String countryCode,
      Finer finer) {}

  /**
   * What lies between a street and its city.
   *
   * @param county county
   * @param district district
   * @param municipality municipality
   */
  public record Finer(
      @Nullable String county, @Nullable String district, @Nullable String municipality) {

    /** Nothing that is known. */
    public static final Finer UNKNOWN = new Finer(null, null, null);
  }

  /**
   * Parts of the lines (CONTRACT 1.5, {@code AddressExtendedFields}).
   *
   * @param streetName name of the street
   * @param streetNumber number in the street
   * @param complement floor or unit
   * @param neighborhood quarter of the city
   * @param coordinates where on earth it is
   */
  public record Extended(
      @Nullable String streetName,
      @Nullable String streetNumber,
      @Nullable String complement,
      @Nullable String neighborhood,
      @Nullable Coordinates coordinates) {}

  /**
   * A place on earth, in degrees and with the digits it came with.
   *
   * @param latitude degrees north
   * @param longitude degrees east
   */
  public record Coordinates(@Nullable BigDecimal latitude, @Nullable BigDecimal longitude) {

    private static final int MAX_SCALE = 30;
    private static final BigDecimal FULL_TURN = BigDecimal.valueOf(360);

    /**
     * Checks the bounds.
     *
     * @throws IllegalArgumentException if it is nowhere on earth
     */
    public Coordinates {
      latitude = bounded(latitude);
      longitude = bounded(longitude);
    }

    private static @Nullable BigDecimal bounded(@Nullable BigDecimal degrees) {
      if (degrees == null) {
        return null;
      }
      if (degrees.scale() > MAX_SCALE || degrees.abs().compareTo(FULL_TURN) > 0) {
        throw new IllegalArgumentException("no degrees on earth");
      }
      return degrees.scale() < 0 ? degrees.setScale(0) : degrees;
    }
  }
}
