package daybook.config;

import java.util.List;

/**
 * Choices of the contract for the SP-API operation getOrders.
 *
 * @param replacementAsText whether IsReplacementOrder is written as a string
 * @param plainBuyerEmail whether BuyerEmail is shown without a restricted data token
 */
public record Orders0Settings(boolean replacementAsText, boolean plainBuyerEmail) {

  private static final Setting<Boolean> REPLACEMENT_AS_TEXT =
      new Setting<>(
              "orders0.replacement-as-text",
              SettingType.flag(),
              "false",
              "Whether IsReplacementOrder is the text \"true\" or \"false\", as the live service"
                  + " sends it. After a change the next start renders all orders anew.")
          .inProfile(Profile.OBSERVED, "true");
  private static final Setting<Boolean> PLAIN_BUYER_EMAIL =
      new Setting<>(
          "orders0.plain-buyer-email",
          SettingType.flag(),
          "true",
          "Whether the anonymised BuyerEmail is shown without a restricted data token.");

  static final List<Setting<?>> CATALOGUE = List.of(REPLACEMENT_AS_TEXT, PLAIN_BUYER_EMAIL);

  static Orders0Settings from(SettingValues values) {
    return new Orders0Settings(values.get(REPLACEMENT_AS_TEXT), values.get(PLAIN_BUYER_EMAIL));
  }
}
