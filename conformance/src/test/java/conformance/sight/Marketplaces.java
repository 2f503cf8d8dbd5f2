package conformance.sight;

import java.util.List;
import java.util.Map;

/** Section 6 of the contract: marketplace ids, and the regions that the reports of 2025 know. */
public final class Marketplaces {

  /** The ids that one endpoint of the Selling Partner API serves: a region of the world each. */
  public static final List<List<String>> ENDPOINTS =
      List.of(
          List.of("A2EUQ1WTGCTBG2", "ATVPDKIKX0DER", "A1AM78C64UM0Y8", "A2Q3Y263D00KWC"),
          List.of(
              "A28R8C7NBKEWEA",
              "A1RKKUPIHCS9HS",
              "A1F83G8C2ARO7P",
              "A13V1IB3VIYZZH",
              "AMEN7PMS3EDWL",
              "A1805IZSGTT6HS",
              "A1PA6795UKMFR9",
              "APJ6JRA9NG5V4",
              "A2NODRKZP88ZB9",
              "AE08WJ6YKNBMC",
              "A1C3SOZRARQ6R3",
              "ARBP9OOSHTCHU",
              "A33AVAJ2PDY3EV",
              "A17E79C6D8DWNP",
              "A2VIGQ35RCS4UG",
              "A21TJRUUN4KGV"),
          List.of("A19VAU5U5O7RUS", "A39IBJ37TRP1C6", "A1VC38T7YXB528"));

  public static final List<String> IDS = ENDPOINTS.stream().flatMap(List::stream).toList();

  public static final List<String> REGIONS =
      List.of("DE", "FR", "UK", "IT", "ES", "IN", "US", "CA", "MX", "JP", "AU");

  public static final Map<String, String> CURRENCIES =
      Map.ofEntries(
          Map.entry("DE", "EUR"),
          Map.entry("FR", "EUR"),
          Map.entry("UK", "GBP"),
          Map.entry("IT", "EUR"),
          Map.entry("ES", "EUR"),
          Map.entry("IN", "INR"),
          Map.entry("US", "USD"),
          Map.entry("CA", "CAD"),
          Map.entry("MX", "MXN"),
          Map.entry("JP", "JPY"),
          Map.entry("AU", "AUD"));

  /** The Business marketplaces and their regions. */
  public static final Map<String, String> BUSINESS =
      Map.ofEntries(
          Map.entry("A2EUQ1WTGCTBG2", "CA"),
          Map.entry("ATVPDKIKX0DER", "US"),
          Map.entry("A1AM78C64UM0Y8", "MX"),
          Map.entry("A1RKKUPIHCS9HS", "ES"),
          Map.entry("A1F83G8C2ARO7P", "UK"),
          Map.entry("A13V1IB3VIYZZH", "FR"),
          Map.entry("A1PA6795UKMFR9", "DE"),
          Map.entry("APJ6JRA9NG5V4", "IT"),
          Map.entry("A21TJRUUN4KGV", "IN"),
          Map.entry("A39IBJ37TRP1C6", "AU"),
          Map.entry("A1VC38T7YXB528", "JP"));

  private Marketplaces() {}
}
