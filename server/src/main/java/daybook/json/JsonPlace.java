package daybook.json;

/**
 * A place in a file of JSON.
 *
 * @param line from 1
 * @param column in bytes, from 1
 */
public record JsonPlace(long line, long column) {}
