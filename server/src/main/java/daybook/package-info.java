/** Daybook, a server for an organisation's order history: the entry of the process. */
@NullMarked
package daybook;

import org.jspecify.annotations.NullMarked;
