package daybook.domain;

import java.util.Locale;

/** Which side of a purchase an account sees. */
public enum AccountKind {
  /** An Amazon Business account: the buyer. */
  BUSINESS,
  /** A selling partner. */
  SELLER;

  /** Returns the name used on the command line and in {@code demo.json}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
