/**
 * Access: who is calling, and what an application must show to find out.
 *
 * <p>Applications and grants, the token endpoint, and access tokens that are verified without a
 * look into the store.
 */
@NullMarked
package daybook.access;

import org.jspecify.annotations.NullMarked;
