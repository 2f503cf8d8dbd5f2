/** Where an import reads from: files, directories and streams, packed or not. */
@NullMarked
package daybook.ingest.source;

import org.jspecify.annotations.NullMarked;
