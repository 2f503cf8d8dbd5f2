/** The orders of sellers: Orders API v0 of the Selling Partner API. */
@NullMarked
package daybook.operation.orders0;

import org.jspecify.annotations.NullMarked;
