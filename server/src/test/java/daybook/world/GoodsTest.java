package daybook.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import daybook.domain.Product;
import daybook.world.Goods.Article;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class GoodsTest {
  private final Goods goods = new Goods(1);

  private Stream<Article> physical() {
    return Organisation.ALL.stream()
        .flatMap(kind -> kind.categories().stream())
        .distinct()
        .flatMap(category -> goods.physical(category).stream());
  }

  private Stream<Article> digital() {
    return goods.digitalCategories().stream().flatMap(name -> goods.digital(name).stream());
  }

  private List<Article> all() {
    return Stream.concat(physical(), digital()).toList();
  }

  @Test
  void articles_areMany() {
    assertThat(physical()).hasSizeGreaterThan(250);
    assertThat(digital()).hasSizeGreaterThan(20);
  }

  @Test
  void articles_areToldApart() {
    assertThat(all()).extracting(Article::number).doesNotHaveDuplicates();
    assertThat(all()).extracting(article -> article.product().asin()).doesNotHaveDuplicates();
    assertThat(all()).extracting(article -> article.product().title()).doesNotHaveDuplicates();
  }

  @Test
  void everyArticle_isFullyDescribed() {
    assertThat(all())
        .allSatisfy(
            article -> {
              Product product = article.product();
              assertThat(product.asin()).matches("B0[0-9A-Z]{8}");
              assertThat(product.unspsc()).matches("[1-9]\\d{7}");
              assertThat(product.title()).startsWith(product.brandName()).doesNotContain("%");
              assertThat(product.brandCode()).matches("[A-Z]{5}");
              assertThat(product.condition()).isIn("New", "Used - Like New");
              assertThat(product.category()).isNotBlank().doesNotContain("digital");
              assertThat(article.cents()).isNotNegative();
              assertThat(article.most()).isPositive();
            });
  }

  @Test
  void downloads_areOnNoShelfOfParcels() {
    assertThat(goods.digitalCategories()).contains("Software & Licences");
    assertThatNullPointerException()
        .isThrownBy(() -> goods.physical("Software & Licences"))
        .withMessage("Software & Licences");
    assertThatNullPointerException().isThrownBy(() -> goods.digital("Office Products"));
  }

  @Test
  void onlyDownloads_areFree() {
    assertThat(physical()).allMatch(article -> article.cents() > 100);
    assertThat(digital()).anyMatch(article -> article.cents() == 0);
  }

  @Test
  void seed_changesArticleNumbersButNotWhatThereIs() {
    Goods others = new Goods(2);
    assertThat(others.physical("Furniture")).hasSameSizeAs(goods.physical("Furniture"));
    assertThat(others.physical("Furniture").get(0).product().asin())
        .isNotEqualTo(goods.physical("Furniture").get(0).product().asin());
    assertThat(new Goods(1).physical("Furniture")).isEqualTo(goods.physical("Furniture"));
  }
}
