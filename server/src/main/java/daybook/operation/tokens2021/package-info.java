/** Restricted data tokens: the Tokens API 2021-03-01 of the Selling Partner API. */
@NullMarked
package daybook.operation.tokens2021;

import org.jspecify.annotations.NullMarked;
