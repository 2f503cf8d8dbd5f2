/** Reading and writing JSON: the only package that knows the JSON library. */
@NullMarked
package daybook.json;

import org.jspecify.annotations.NullMarked;
