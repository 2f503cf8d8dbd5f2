/** The order reports of the Reporting API 2025-06-09: their shape, their view, their operations. */
@NullMarked
package daybook.operation.reporting2025;

import org.jspecify.annotations.NullMarked;
