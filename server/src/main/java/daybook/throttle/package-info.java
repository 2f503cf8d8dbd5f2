/**
 * Throttling: how often an application may call an operation for an account.
 *
 * <p>Token buckets count in whole numbers, on time that is given to them.
 */
@NullMarked
package daybook.throttle;

import org.jspecify.annotations.NullMarked;
