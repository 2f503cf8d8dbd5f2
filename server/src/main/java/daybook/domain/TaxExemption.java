package daybook.domain;

import org.jspecify.annotations.Nullable;

/**
 * Whether and why a line item was exempt from tax; null parts are shown as null on the wire.
 *
 * @param applied whether an exemption was applied
 * @param type type of the exemption
 * @param optOut whether the buyer opted out of it
 */
public record TaxExemption(
    @Nullable Boolean applied, @Nullable String type, @Nullable Boolean optOut) {

  /** Nothing known about an exemption. */
  public static final TaxExemption NONE = new TaxExemption(null, null, null);
}
