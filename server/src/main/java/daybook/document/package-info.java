/** The canonical documents in which the store keeps whole records. */
@NullMarked
package daybook.document;

import org.jspecify.annotations.NullMarked;
