package daybook.world;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.document.OrderDocument;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** The same seed gives the same bytes, wherever and whenever. */
final class DeterminismTest {

  /**
   * Of the world of seed 7 up to {@link Worlds#END} with 400 orders. It changes when the world
   * does, or the form of its documents.
   */
  private static final String GOLDEN =
      "d04d795972bf2d4e63fdaf342b0eba70aff1ae2014278d8907389e18aa6d3c5f";

  private static byte[] bytes() {
    return Worlds.bytes(new DemoWorld(7, Worlds.END, 400));
  }

  private static String hash(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  @Test
  void world_isTheOneItAlwaysWas() throws Exception {
    assertThat(hash(bytes())).isEqualTo(GOLDEN);
  }

  @Test
  void twoInstances_areEqual() {
    assertThat(bytes()).isEqualTo(bytes());
  }

  @Test
  void otherThread_seesTheSame() throws Exception {
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      Callable<byte[]> drawing = DeterminismTest::bytes;
      assertThat(other.submit(drawing).get()).isEqualTo(bytes());
    } finally {
      other.shutdownNow();
    }
  }

  @Test
  @ResourceLock(Resources.LOCALE)
  @ResourceLock(Resources.TIME_ZONE)
  void otherLocaleAndTimeZone_seeTheSame() {
    byte[] here = bytes();
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      for (String tag : new String[] {"ar-EG-u-nu-arab", "tr-TR", "hi-IN-u-nu-deva"}) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
        assertThat(bytes()).as(tag).isEqualTo(here);
      }
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void seedEndAndSize_eachMatter() {
    byte[] here = bytes();
    assertThat(Worlds.bytes(new DemoWorld(8, Worlds.END, 400))).isNotEqualTo(here);
    assertThat(Worlds.bytes(new DemoWorld(7, Worlds.END.plusSeconds(1), 400))).isNotEqualTo(here);
    assertThat(Worlds.bytes(new DemoWorld(7, Worlds.END, 401))).isNotEqualTo(here);
    assertThat(Worlds.bytes(new DemoWorld(7, Worlds.END, 400, 5))).isNotEqualTo(here);
  }

  @Test
  void names_keepTheirLetters() {
    Set<String> texts = new HashSet<>();
    Worlds.orders(Worlds.DEFAULT)
        .map(order -> new String(OrderDocument.encode(order), StandardCharsets.UTF_8))
        .forEach(texts::add);
    assertThat(texts)
        .anyMatch(text -> text.contains("Büro/"))
        .anyMatch(text -> text.contains("東京都"))
        .noneMatch(text -> text.contains("\uFFFD"));
  }

  @Test
  void fractionOfASecond_makesNoDifference() {
    Instant whole = Instant.parse("2025-11-19T15:42:17Z");
    assertThat(Worlds.orders(new DemoWorld(7, whole, 50)).toList())
        .isEqualTo(Worlds.orders(new DemoWorld(7, whole.plusMillis(999), 50)).toList());
  }
}
