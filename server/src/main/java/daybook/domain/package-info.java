/** What the data is: immutable records of orders, their lines, shipments, charges and money. */
@NullMarked
package daybook.domain;

import org.jspecify.annotations.NullMarked;
