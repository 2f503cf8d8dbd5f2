package daybook.bench;

import daybook.json.Json;
import daybook.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a client has to know of a demo world, as its own files tell it.
 *
 * @param clientId the application
 * @param clientSecret its secret
 * @param parties the accounts that have orders
 */
record DemoStore(String clientId, String clientSecret, List<Party> parties) {

  /**
   * How long before the end of the world all listings end: what was ordered until then changes no
   * more, nor does what is shown of it, so that a page stays the same for as long as it is
   * measured.
   */
  private static final Duration SETTLED = Duration.ofDays(30);

  /**
   * One account.
   *
   * @param sells whether it sells; if not, it buys
   * @param refreshToken of the grant on it
   * @param marketplaceIds where it sells; empty if it buys
   * @param from its first order
   * @param to where its listings end
   */
  record Party(
      boolean sells, String refreshToken, List<String> marketplaceIds, Instant from, Instant to) {}

  static DemoStore read(Path directory) throws IOException {
    JsonObject facts = Json.readObject(Files.readAllBytes(directory.resolve("demo.json")));
    JsonObject plan = Json.readObject(Files.readAllBytes(directory.resolve("demo-plan.json")));
    Instant end = Instant.parse(plan.text("end")).minus(SETTLED);
    List<Party> parties = new ArrayList<>();
    for (JsonObject account : listed(facts.optObjects("accounts"))) {
      String first = account.text("firstOrderDate");
      if (!first.equals("-") && Instant.parse(first).isBefore(end)) {
        parties.add(
            new Party(
                account.text("kind").equals("seller"),
                account.text("refreshToken"),
                listed(account.has("marketplaceIds") ? account.optTexts("marketplaceIds") : null),
                Instant.parse(first),
                end));
      }
    }
    return new DemoStore(facts.text("clientId"), facts.text("clientSecret"), parties);
  }

  private static <T> List<T> listed(@Nullable List<T> list) {
    return Objects.requireNonNullElse(list, List.of());
  }
}
