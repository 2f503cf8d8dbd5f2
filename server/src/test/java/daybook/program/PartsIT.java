package daybook.program;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.json.Json;
import daybook.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The list of parts (SBOM) beside the program names what is shipped, and nothing else. */
class PartsIT {

  private static final Path PROGRAM = Path.of("target", "daybook");
  private static final Pattern CLASSIFIER = Pattern.compile("[?&]classifier=([^&]+)");

  private static final Path LIST = PROGRAM.resolve("daybook.cdx.json");

  // Maven does not run the plugin that makes the list in a build without network (mvn -o).
  private static boolean isMissingForGoodReason() {
    return "offline true".equals(System.getProperty("daybook.build")) && Files.notExists(LIST);
  }

  private static JsonObject parts() throws IOException {
    return Json.readObject(Files.readAllBytes(LIST));
  }

  /** Returns the SHA-256 of each listed part, by the name of its file. */
  private static Map<String, String> listed() throws IOException {
    Map<String, String> listed = new HashMap<>();
    for (JsonObject part : parts().optObjects("components")) {
      Matcher classifier = CLASSIFIER.matcher(part.text("purl"));
      String name =
          part.text("name")
              + "-"
              + part.text("version")
              + (classifier.find() ? "-" + classifier.group(1) : "")
              + ".jar";
      for (JsonObject hash : part.optObjects("hashes")) {
        if (hash.text("alg").equals("SHA-256")) {
          listed.put(name, hash.text("content"));
        }
      }
    }
    return listed;
  }

  private static Map<String, String> shipped() throws Exception {
    Map<String, String> shipped = new HashMap<>();
    try (Stream<Path> jars = Files.list(PROGRAM.resolve("lib"))) {
      for (Path jar : jars.toList()) {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar));
        shipped.put(jar.getFileName().toString(), HexFormat.of().formatHex(hash));
      }
    }
    return shipped;
  }

  @Test
  void list_namesEveryShippedJarByItsContent() throws Exception {
    assertThat(shipped()).hasSizeGreaterThan(20);
    if (isMissingForGoodReason()) {
      return;
    }
    assertThat(listed()).containsExactlyInAnyOrderEntriesOf(shipped());
  }

  @Test
  void list_isTheSameForTheSameSources() throws IOException {
    if (isMissingForGoodReason()) {
      return;
    }
    String text = Files.readString(LIST);
    assertThat(text).doesNotContain("serialNumber", "timestamp");
    assertThat(parts().text("bomFormat")).isEqualTo("CycloneDX");
  }
}
