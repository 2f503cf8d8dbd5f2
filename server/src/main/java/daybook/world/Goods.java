package daybook.world;

import daybook.domain.Product;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** All articles on sale, by category. */
public final class Goods {

  private static final String DIGITAL_MARK = " (digital)";

  /**
   * Something that is sold, and what it costs.
   *
   * @param number tells it from all others of the world
   * @param product what the wire shows of it
   * @param cents list price in US cents
   * @param most most units an order takes
   */
  public record Article(int number, Product product, long cents, int most) {}

  private final Map<String, List<Article>> physical = new LinkedHashMap<>();
  private final Map<String, List<Article>> digital = new LinkedHashMap<>();
  private int articles;

  /** Reads what there is; the seed decides brands and article numbers. */
  Goods(long seed) {
    Map<String, List<String>> brands = new HashMap<>();
    for (List<String> row : WorldFile.rows("goods.txt")) {
      if (row.get(0).equals("brands")) {
        brands.put(row.get(1), WorldFile.split(row.get(2), ','));
      } else {
        add(row, Objects.requireNonNull(brands.get(row.get(1)), row.get(1)), seed);
      }
    }
  }

  /** Returns the articles of a category that are sent in parcels. */
  List<Article> physical(String category) {
    return Objects.requireNonNull(physical.get(category), category);
  }

  /** Returns the categories of what is delivered by download. */
  List<String> digitalCategories() {
    return List.copyOf(digital.keySet());
  }

  /** Returns the articles of a category that are delivered by download. */
  List<Article> digital(String category) {
    return Objects.requireNonNull(digital.get(category), category);
  }

  private void add(List<String> row, List<String> brands, long seed) {
    boolean isDigital = row.get(1).endsWith(DIGITAL_MARK);
    String category = row.get(1).replace(DIGITAL_MARK, "");
    List<Article> shelf =
        (isDigital ? digital : physical).computeIfAbsent(category, name -> new ArrayList<>());
    Dice brand = Dice.of(Dice.Topic.GOODS, seed, row.get(5).hashCode());
    int first = brand.below(brands.size());
    for (int offered = 0; offered < Math.min(2, brands.size()); offered++) {
      String maker = brands.get((first + offered) % brands.size());
      for (String variant : WorldFile.split(row.get(6), ';')) {
        String title = maker + " " + row.get(5).replace("%", variant);
        shelf.add(article(row, category, maker, title, seed));
      }
    }
  }

  private Article article(
      List<String> row, String category, String maker, String title, long seed) {
    int number = articles++;
    Dice dice = Dice.of(Dice.Topic.GOODS, seed, number);
    String brandCode = maker.replaceAll("[^A-Za-z]", "").substring(0, 5).toUpperCase(Locale.ROOT);
    Product product =
        new Product(
            "B0" + dice.text(Dice.CAPITALS, 8),
            title,
            category,
            row.get(2),
            dice.percent(97) ? "New" : "Used - Like New",
            brandCode,
            maker,
            maker);
    long cents = Long.parseLong(row.get(3));
    long spread = cents * dice.between(88, 115) / 100;
    return new Article(number, product, spread, Integer.parseInt(row.get(4)));
  }
}
