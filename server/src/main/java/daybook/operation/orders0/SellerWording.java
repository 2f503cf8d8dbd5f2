package daybook.operation.orders0;

import daybook.listing.Wording;
import java.util.Locale;

/** The words of the Orders API v0 (CONTRACT 4.6). */
enum SellerWording implements Wording {
  /** The one and only. */
  ORDERS;

  /** Message of a fault that the details name. */
  static final String INVALID = "This is an invalid input";

  /** Message of a fault that nothing names, as Amazon has it. */
  static final String NOT_VALID =
      "The input you have submitted is not valid. Please check your input and try again.";

  @Override
  public Words missing(String name) {
    return new Words(INVALID, "Missing required parameter(s) [" + name + "].");
  }

  @Override
  public Words noDate(String name, String value) {
    return new Words(INVALID, noDates(name));
  }

  /** Returns the details that name date fields, as their members are spelled inside of Amazon. */
  static String noDates(String... names) {
    StringBuilder fields = new StringBuilder();
    for (String name : names) {
      fields.append(fields.isEmpty() ? "" : ", ");
      fields.append(name.substring(0, 1).toLowerCase(Locale.ROOT)).append(name.substring(1));
    }
    return "Invalid date-time field(s) [" + fields + "].";
  }

  @Override
  public Words unknown(String name, String known) {
    return new Words(INVALID, "Invalid value(s) in [" + name + "]; known are " + known + ".");
  }

  @Override
  public Words noFlag(String name) {
    return new Words(INVALID, "Invalid boolean field(s) [" + name + "].");
  }

  @Override
  public Words noInteger(String name, int least, int most) {
    return new Words(INVALID, "[" + name + "] must be from " + least + " to " + most + ".");
  }

  @Override
  public Words badToken() {
    return new Words(
        "We could not decode your NextToken. Possible reasons include: a transmission error,"
            + " improper quoting or a truncation problem.",
        "");
  }

  // Never said: a token carries what its listing asked for, and nothing beside it is looked at.
  @Override
  public Words changed() {
    return new Words(NOT_VALID, "");
  }

  // Never said either, for the same reason.
  @Override
  public Words notAlone() {
    return new Words(NOT_VALID, "");
  }
}
