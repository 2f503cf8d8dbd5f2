/** What the sellers of the demo world see of its purchases, to the cent what their buyers see. */
@NullMarked
package daybook.world.seller;

import org.jspecify.annotations.NullMarked;
