/** TLS: certificate and key from files, kept up to date while the server runs. */
@NullMarked
package daybook.http.tls;

import org.jspecify.annotations.NullMarked;
