/** Words of settings: those that must not be shown, and those that were spelled wrong. */
@NullMarked
package daybook.config.word;

import org.jspecify.annotations.NullMarked;
