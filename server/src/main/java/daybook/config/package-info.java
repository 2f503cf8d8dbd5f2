/**
 * Settings: what an operator can choose, where it may be written, and the typed records that the
 * rest of the server is given.
 */
@NullMarked
package daybook.config;

import org.jspecify.annotations.NullMarked;
