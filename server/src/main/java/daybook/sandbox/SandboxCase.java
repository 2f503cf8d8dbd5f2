package daybook.sandbox;

import daybook.contract.OperationRequest;
import java.util.ArrayList;
import java.util.List;

/**
 * A canned answer and the requests that it is for.
 *
 * @param name what the access log calls it, such as "200 #1"
 * @param listed parameters with the values that the case lists
 * @param required parameters that must be set besides
 * @param status HTTP status of the answer
 * @param body body of the answer, as it stands in the file
 */
record SandboxCase(
    String name, List<Expected> listed, List<Expected> required, int status, byte[] body) {

  /** Returns the names of the parameters in which a request is none of this case's. */
  List<String> differences(OperationRequest request) {
    List<String> names = new ArrayList<>();
    for (List<Expected> all : List.of(listed, required)) {
      for (Expected expected : all) {
        if (!expected.isMetBy(request)) {
          names.add(expected.name());
        }
      }
    }
    return names;
  }
}
