package daybook.config;

import java.util.List;

/**
 * Choices of the contract for getOrders.
 *
 * @param plainEmail whether a plain access token shows the buyer's e-mail address
 * @param replacementAsText whether IsReplacementOrder is a string
 */
public record Orders0Settings(boolean plainEmail, boolean replacementAsText) {

  private static final Setting<Boolean> PLAIN_EMAIL =
      new Setting<>(
          "orders0.plain-email",
          SettingType.flag(),
          "true",
          "Whether getOrders shows BuyerEmail, an alias, to a plain access token. All other details"
              + " of buyers need a restricted data token.");
  private static final Setting<Boolean> REPLACEMENT_AS_TEXT =
      new Setting<>(
          "orders0.replacement-as-text",
          SettingType.flag(),
          "false",
          "Whether getOrders writes IsReplacementOrder as a string, as live answers do; the model"
              + " says boolean.");

  static final List<Setting<?>> CATALOGUE = List.of(PLAIN_EMAIL, REPLACEMENT_AS_TEXT);

  static Orders0Settings from(SettingValues values) {
    return new Orders0Settings(values.get(PLAIN_EMAIL), values.get(REPLACEMENT_AS_TEXT));
  }
}
