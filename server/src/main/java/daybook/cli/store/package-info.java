/** Commands about the store as a whole. */
@NullMarked
package daybook.cli.store;

import org.jspecify.annotations.NullMarked;
