package daybook.json;

import org.jspecify.annotations.Nullable;

/**
 * A record that was found in a stream.
 *
 * @param object the record
 * @param envelope the member in whose array it stood; null if it stood by itself
 * @param place where it begins
 * @param length its length in bytes
 */
public record JsonRecord(
    JsonObject object, @Nullable String envelope, JsonPlace place, long length) {}
