package daybook.world;

import daybook.domain.Region;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A kind of organisation that buys, with its habits.
 *
 * @param names names to choose from
 * @param weight its part of the world's orders, beside the weights of the others
 * @param shares where it buys, and how much of its orders are placed there
 * @param buyers how many people buy
 * @param groups buyer groups
 * @param fields custom fields of its checkout; empty if it has none
 * @param numbering how it uses purchase orders
 * @param approvalPercent how many orders somebody has to approve
 * @param exemptPercent how many lines are exempt from tax; none if it is not enrolled
 * @param digitalPercent how many orders are downloads
 * @param punchout whether it orders from its own procurement system
 * @param categories what it buys, the most frequent first
 */
public record Organisation(
    List<String> names,
    int weight,
    Map<Region, Integer> shares,
    int buyers,
    List<String> groups,
    List<String> fields,
    Numbering numbering,
    int approvalPercent,
    int exemptPercent,
    int digitalPercent,
    boolean punchout,
    List<String> categories) {

  /**
   * How purchase orders are numbered, in percent of all orders; the rest has none.
   *
   * @param own a number of its own
   * @param project a number shared with a few orders of the same time
   * @param standing one of the few numbers that stand for a year
   * @param odd a number typed by hand, with characters that a URL has to encode
   */
  public record Numbering(int own, int project, int standing, int odd) {}

  private static final Organisation MANUFACTURER =
      new Organisation(
          List.of(
              "Harlow Precision Group",
              "Tannery Bridge Motors",
              "Calder & Voss Castings",
              "Ostrander Pump Works",
              "Brightmoor Composites"),
          60,
          shares(Region.US, 46, Region.DE, 22, Region.CA, 14, Region.MX, 12, Region.IN, 6),
          42,
          List.of("Maintenance", "Production", "Facilities", "IT", "Quality Lab", "Shipping"),
          List.of("glCode", "costCenter", "location", "projectCode", "department"),
          new Numbering(28, 34, 12, 4),
          30,
          0,
          6,
          true,
          List.of(
              "Industrial & Scientific",
              "Safety & Personal Protection",
              "Office Products",
              "Janitorial & Sanitation",
              "Computers & Electronics",
              "Breakroom & Food Service"));

  private static final Organisation HOSPITAL =
      new Organisation(
          List.of(
              "Saint Orrin Health Partners",
              "Lakemont Regional Hospital",
              "Evergate Community Clinics",
              "Marlowe Children's Hospital"),
          25,
          shares(Region.US, 80, Region.UK, 20),
          24,
          List.of("Nursing", "Pharmacy", "Environmental Services", "Administration", "Radiology"),
          List.of("GL code", "costCenter", "department", "COVID-19 Related?"),
          new Numbering(30, 20, 16, 2),
          22,
          70,
          5,
          false,
          List.of(
              "Medical Supplies",
              "Janitorial & Sanitation",
              "Office Products",
              "Safety & Personal Protection",
              "Computers & Electronics"));

  private static final Organisation UNIVERSITY =
      new Organisation(
          List.of(
              "Wexcombe University",
              "Institut Aldine",
              "Northfold Institute of Technology",
              "Ashbrook College"),
          10,
          shares(
              Region.UK, 28, Region.FR, 22, Region.JP, 18, Region.IT, 12, Region.ES, 11, Region.AU,
              9),
          16,
          List.of("Chemistry", "Library", "R&D", "Student Services", "Estates"),
          List.of("projectCode", "Grant / Budget line", "department"),
          new Numbering(18, 22, 6, 24),
          35,
          12,
          12,
          false,
          List.of(
              "Laboratory Products",
              "Computers & Electronics",
              "Office Products",
              "Furniture",
              "Breakroom & Food Service"));

  private static final Organisation STUDIO =
      new Organisation(
          List.of(
              "Pell & Daughters Studio",
              "Copperleaf Architects",
              "Two Rivers Dental",
              "Juniper Street Bakery"),
          5,
          shares(Region.US, 100),
          3,
          List.of("Office"),
          List.of(),
          new Numbering(6, 0, 0, 0),
          4,
          0,
          16,
          false,
          List.of(
              "Office Products",
              "Computers & Electronics",
              "Breakroom & Food Service",
              "Furniture",
              "Janitorial & Sanitation"));

  /** The kinds, in the order in which accounts take them. */
  static final List<Organisation> ALL = List.of(MANUFACTURER, HOSPITAL, UNIVERSITY, STUDIO);

  // Region, share, region, share ...
  private static Map<Region, Integer> shares(Object... pairs) {
    Map<Region, Integer> shares = new EnumMap<>(Region.class);
    for (int i = 0; i < pairs.length; i += 2) {
      shares.put((Region) pairs[i], (Integer) pairs[i + 1]);
    }
    return shares;
  }
}
