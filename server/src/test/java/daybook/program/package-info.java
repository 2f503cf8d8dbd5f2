/** Tests of the packaged program: real processes, real files, real sockets. */
@NullMarked
package daybook.program;

import org.jspecify.annotations.NullMarked;
