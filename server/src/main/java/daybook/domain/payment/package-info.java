/** Money that moved: the transactions of an Amazon Business account (CONTRACT 3). */
@NullMarked
package daybook.domain.payment;

import org.jspecify.annotations.NullMarked;
