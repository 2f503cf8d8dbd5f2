/** What people read in a browser: the description of the wire, and a page to try it. */
@NullMarked
package daybook.web;

import org.jspecify.annotations.NullMarked;
