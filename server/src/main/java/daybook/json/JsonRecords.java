package daybook.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

/**
 * Reads records from a stream of any length in bounded memory: whole pages, arrays of records, one
 * record a line, or any sequence of these.
 */
public final class JsonRecords {

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(Json.MAX_DEPTH)
                  .maxStringLength(Json.MAX_STRING)
                  .maxNumberLength(100)
                  .maxNameLength(10_000)
                  .build())
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .build();

  private final Set<String> envelopes;
  private final long maxRecordBytes;

  /**
   * Makes a reader.
   *
   * @param envelopes the members in whose arrays pages hold their records
   * @param maxRecordBytes longest record that is read
   */
  public JsonRecords(Set<String> envelopes, long maxRecordBytes) {
    this.envelopes = Set.copyOf(envelopes);
    this.maxRecordBytes = maxRecordBytes;
  }

  /**
   * Reads everything, and tells the sink what is wrong instead of throwing.
   *
   * @param utf8 the stream, which stays open
   * @return how many values there were, pages and arrays counting as one
   */
  public long read(InputStream utf8, JsonSink sink) {
    ByteLines bytes = new ByteLines(utf8);
    boolean lineByLine = Layout.isLineByLine(FACTORY, bytes.head());
    if (!lineByLine) {
      bytes.join();
    }
    long count = 0;
    try {
      while (bytes.next()) {
        count += line(bytes, lineByLine, sink);
      }
    } catch (IOException e) {
      sink.broken(new JsonPlace(bytes.line(), 1), String.valueOf(e.getMessage()));
      count++;
    }
    return count;
  }

  // One line, or all of a stream that is not laid out in lines.
  private long line(ByteLines bytes, boolean lineByLine, JsonSink sink) throws IOException {
    JsonParser parser;
    try {
      parser = FACTORY.createParser(bytes);
    } catch (CharConversionException e) {
      sink.refused(new JsonPlace(bytes.line(), 1), reason(e));
      return 1;
    }
    RecordFinder finder = new RecordFinder(parser, bytes, envelopes, maxRecordBytes, sink);
    try (parser) {
      return finder.run();
    } catch (JsonProcessingException e) {
      JsonLocation location = e.getLocation();
      JsonPlace place = finder.place(location == null ? parser.currentLocation() : location);
      if (lineByLine) {
        sink.refused(place, reason(e));
      } else {
        sink.broken(place, reason(e));
        bytes.end();
      }
      return 1;
    } catch (IOException e) {
      // The parser knows the line, but no longer the column.
      long line = finder.place(parser.currentLocation()).line();
      sink.broken(new JsonPlace(line, 1), String.valueOf(e.getMessage()));
      bytes.end();
      return 1;
    }
  }

  private static String reason(IOException e) {
    String message =
        e instanceof JsonProcessingException known
            ? known.getOriginalMessage()
            : String.valueOf(e.getMessage());
    if (e instanceof CharConversionException || message.startsWith("Invalid UTF-8")) {
      return "not UTF-8: " + Excerpt.of(message);
    }
    if (e instanceof StreamConstraintsException) {
      return "larger than anything in an order: " + Excerpt.of(message);
    }
    if (e instanceof JsonEOFException || message.startsWith("Unexpected end-of-input")) {
      return "broken JSON: it ends in the middle of a value";
    }
    return "broken JSON: " + Excerpt.of(message);
  }
}
