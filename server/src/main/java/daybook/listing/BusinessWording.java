package daybook.listing;

import daybook.json.Excerpt;

/** The words of the Amazon Business APIs (CONTRACT 4.6). */
public enum BusinessWording implements Wording {
  /** Reporting of 2025. */
  OF_2025,
  /** Reporting and reconciliation of 2021, whose official answers have no details. */
  OF_2021 {
    @Override
    public Words noDate(String name, String value) {
      return new Words(
          "Input date [" + Excerpt.of(value) + "] is not in the expected ISO8601 format.", null);
    }
  };

  @Override
  public Words missing(String name) {
    return new Words(
        "The required parameter " + name + " is missing.",
        "Please provide the required parameter " + name + " in the request.");
  }

  @Override
  public Words noDate(String name, String value) {
    return new Words(
        "The parameter " + name + " is not in the expected ISO 8601 format.",
        "Please provide " + name + " as a date and time such as 2025-01-31T00:00:00Z.");
  }

  @Override
  public Words unknown(String name, String known) {
    return new Words(
        "The parameter " + name + " contains an unknown value.",
        "Please provide only values of " + known + " in " + name + ".");
  }

  @Override
  public Words noFlag(String name) {
    return new Words(
        "The parameter " + name + " is not a boolean value.",
        "Please provide true or false in " + name + ".");
  }

  @Override
  public Words noInteger(String name, int least, int most) {
    return new Words(
        "The parameter " + name + " is not an integer of its range.",
        "Please provide an integer from " + least + " to " + most + " in " + name + ".");
  }

  @Override
  public Words badToken() {
    return new Words(
        "The parameter nextPageToken is invalid or has expired.",
        "Please provide the nextPageToken of the previous response, or start again without it.");
  }

  @Override
  public Words changed() {
    return new Words(
        "The parameters must be the same as in the request that returned the nextPageToken.",
        "Please repeat the parameters of that request unchanged, or start again without"
            + " nextPageToken.");
  }

  @Override
  public Words notAlone() {
    return new Words(
        "The parameter nextPageToken must be the only parameter.",
        "Please provide nextPageToken without any other parameter.");
  }
}
