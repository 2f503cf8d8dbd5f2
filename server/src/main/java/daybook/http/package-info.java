/**
 * From sockets to answers: the listener, the stages a request passes, and how refusals are written.
 */
@NullMarked
package daybook.http;

import org.jspecify.annotations.NullMarked;
