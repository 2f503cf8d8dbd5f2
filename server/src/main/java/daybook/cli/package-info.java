/** The command line: one class per command, and how each reports success and failure. */
@NullMarked
package daybook.cli;

import org.jspecify.annotations.NullMarked;
