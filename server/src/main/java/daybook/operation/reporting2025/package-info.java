/** The reporting operations of 2025-06-09: order reports by date and by purchase order number. */
@NullMarked
package daybook.operation.reporting2025;

import org.jspecify.annotations.NullMarked;
