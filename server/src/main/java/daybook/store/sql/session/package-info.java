/** Connections to a store's file: how they are opened, lent out, and what their errors mean. */
@NullMarked
package daybook.store.sql.session;

import org.jspecify.annotations.NullMarked;
