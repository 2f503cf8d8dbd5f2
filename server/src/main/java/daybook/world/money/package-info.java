/** The money of the demo world: what its buyers paid and got back. */
@NullMarked
package daybook.world.money;

import org.jspecify.annotations.NullMarked;
