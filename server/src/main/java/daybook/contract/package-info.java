/** The vocabulary of the wire: operations, queries, views, refusals, roles, plans and tokens. */
@NullMarked
package daybook.contract;

import org.jspecify.annotations.NullMarked;
