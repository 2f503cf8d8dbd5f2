package daybook.domain;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * An exact amount in one currency, kept with the scale it came with ("35.00" stays "35.00").
 *
 * <p>The bounds are those of the stored integer column: at most {@value #MAX_SCALE} decimals and
 * {@value #MAX_INTEGER_DIGITS} digits before the point.
 *
 * @param currencyCode ISO 4217 code of a currency that exists (CONTRACT 1.2, {@code Money})
 * @param amount the amount in units of the currency, never negative in scale
 */
public record Money(String currencyCode, BigDecimal amount) {

  /** Most decimals an amount may carry; one stored unit is 10^-6 of a currency unit. */
  public static final int MAX_SCALE = 6;

  /** Most digits before the decimal point, so that the stored integer fits 64 bits. */
  public static final int MAX_INTEGER_DIGITS = 12;

  /**
   * Checks the bounds.
   *
   * @throws IllegalArgumentException if the currency is unknown or the amount is out of bounds; the
   *     message names the value
   */
  public Money {
    requireKnownCurrency(currencyCode);
    if (amount.scale() > MAX_SCALE) {
      throw new IllegalArgumentException("more than " + MAX_SCALE + " decimals in an amount");
    }
    // precision - scale is cheap for any exponent, unlike setScale on 1E+999999999.
    if ((long) amount.precision() - amount.scale() > MAX_INTEGER_DIGITS) {
      throw new IllegalArgumentException(
          "more than " + MAX_INTEGER_DIGITS + " digits before the point in an amount");
    }
    if (amount.scale() < 0) {
      amount = amount.setScale(0);
    }
  }

  /** Returns the amount written as plain decimal text, its scale kept. */
  public static Money of(String currencyCode, String amount) {
    return new Money(currencyCode, new BigDecimal(amount));
  }

  /** Returns nothing at all in the given currency, with the currency's usual scale. */
  public static Money zero(String currencyCode) {
    requireKnownCurrency(currencyCode);
    int digits = Math.max(0, Currency.getInstance(currencyCode).getDefaultFractionDigits());
    return new Money(currencyCode, BigDecimal.ZERO.setScale(digits));
  }

  /**
   * Returns the sum.
   *
   * @throws IllegalArgumentException if the currencies differ
   */
  public Money plus(Money other) {
    if (!currencyCode.equals(other.currencyCode)) {
      throw new IllegalArgumentException(
          "cannot add " + other.currencyCode + " to " + currencyCode);
    }
    return new Money(currencyCode, amount.add(other.amount));
  }

  /** Returns the amount with its sign turned. */
  public Money negated() {
    return new Money(currencyCode, amount.negate());
  }

  /** Says whether the amount is zero, whatever its scale. */
  public boolean isZero() {
    return amount.signum() == 0;
  }

  /** Says whether both are worth the same, whatever their scales. */
  public boolean sameValueAs(Money other) {
    return currencyCode.equals(other.currencyCode) && amount.compareTo(other.amount) == 0;
  }

  /** Returns the amount in stored units: millionths of the currency unit. */
  public long micros() {
    return amount.movePointRight(MAX_SCALE).longValueExact();
  }

  /** Returns the amount as plain decimal text with its original scale, never an exponent. */
  public String text() {
    return amount.toPlainString();
  }

  /** Says whether a currency of that ISO 4217 code exists. */
  public static boolean isCurrency(String code) {
    try {
      return Currency.getInstance(code).getCurrencyCode().equals(code);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static void requireKnownCurrency(String code) {
    if (!isCurrency(code)) {
      throw new IllegalArgumentException("unknown currency '" + code + "'");
    }
  }
}
