/** Canned answers: the sandbox cases of Amazon's model files as operations made of data. */
@NullMarked
package daybook.sandbox;

import org.jspecify.annotations.NullMarked;
