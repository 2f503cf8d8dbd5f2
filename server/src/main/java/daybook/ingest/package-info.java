/** The write path: what a source has shown becomes stored documents, columns and pieces. */
@NullMarked
package daybook.ingest;

import org.jspecify.annotations.NullMarked;
