package conformance.cases;

import conformance.Case;
import conformance.FieldTable;
import conformance.sight.Kit;
import java.util.List;

/** The members of all answers, from the table. */
final class FieldCases {

  private FieldCases() {}

  static List<Case> of(Kit kit) {
    return FieldTable.cases("/conformance/fields.txt", kit.data::records);
  }
}
