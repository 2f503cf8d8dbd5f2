/** The canonical JSON of a transaction. */
@NullMarked
package daybook.document.payment;

import org.jspecify.annotations.NullMarked;
