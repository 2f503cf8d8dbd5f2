/** What all commands share: reading what was typed, and telling progress, results and failures. */
@NullMarked
package daybook.cli.terminal;

import org.jspecify.annotations.NullMarked;
