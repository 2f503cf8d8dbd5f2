/** An order as its seller sees it: all that the Orders API of the Selling Partner API can show. */
@NullMarked
package daybook.domain.seller;

import org.jspecify.annotations.NullMarked;
