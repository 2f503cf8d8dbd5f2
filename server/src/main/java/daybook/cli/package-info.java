/** The command line: one class per command. */
@NullMarked
package daybook.cli;

import org.jspecify.annotations.NullMarked;
