/** The orders of the Reporting API 2021-01-08: their shape, object by object. */
@NullMarked
package daybook.operation.reporting2021;

import org.jspecify.annotations.NullMarked;
