/**
 * A believable world of business procurement, the same for the same seed.
 *
 * <p>Every purchase is drawn on its own from (seed, account, index), so that any number of them
 * costs no memory; what a side sees of it is drawn from the purchase.
 */
@NullMarked
package daybook.world;

import org.jspecify.annotations.NullMarked;
