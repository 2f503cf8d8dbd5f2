package conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;

/**
 * What came back.
 *
 * @param request the request
 * @param status HTTP status
 * @param headers headers
 * @param body body
 */
public record Answer(Request request, int status, HttpHeaders headers, String body) {

  private static final int LONGEST_EXCERPT = 400;

  /** Returns the body as JSON. */
  public JsonNode json() {
    return Json.read(body);
  }

  /** Returns a header; empty if it was not sent. */
  public String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  /** Says whether a header was sent. */
  public boolean has(String name) {
    return headers.firstValue(name).isPresent();
  }

  /** Checks the status. */
  public Answer is(int expected) {
    Mismatch.unless(status == expected, "status " + expected, summary());
    return this;
  }

  /** Checks the whole body. */
  public Answer isExactly(int expectedStatus, String expectedBody) {
    is(expectedStatus);
    Mismatch.unlessEqual("body", expectedBody, body);
    return this;
  }

  /** Returns status and beginning of the body, for a report. */
  public String summary() {
    String text =
        body.length() > LONGEST_EXCERPT ? body.substring(0, LONGEST_EXCERPT) + "..." : body;
    return "status " + status + ", body " + text;
  }

  /** Returns the names of an object's members in order. */
  public static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
