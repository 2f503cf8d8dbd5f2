/** The canonical JSON of seller orders: their form in the store. */
@NullMarked
package daybook.document.seller;

import org.jspecify.annotations.NullMarked;
