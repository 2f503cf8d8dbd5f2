package daybook.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes one compact JSON value to bytes; not for use by several threads.
 *
 * <p>A member given as null is written as null: leave the call out to leave the member out.
 */
public final class JsonWriter {

  private static final JsonFactory FACTORY = new JsonFactory();

  private final ByteArrayBuilder bytes = new ByteArrayBuilder(512);
  private final JsonGenerator out;

  /** Starts a value. */
  public JsonWriter() {
    try {
      out = FACTORY.createGenerator(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the UTF-8 bytes of the value, which must be complete. */
  public byte[] toBytes() {
    run(out::close);
    return bytes.toByteArray();
  }

  /** Opens an object, as an element or as the whole value. */
  public JsonWriter object() {
    return run(out::writeStartObject);
  }

  /** Opens an object as a member. */
  public JsonWriter object(String name) {
    return run(() -> out.writeObjectFieldStart(name));
  }

  /** Closes an object. */
  public JsonWriter endObject() {
    return run(out::writeEndObject);
  }

  /** Opens an array, as an element or as the whole value. */
  public JsonWriter array() {
    return run(out::writeStartArray);
  }

  /** Opens an array as a member. */
  public JsonWriter array(String name) {
    return run(() -> out.writeArrayFieldStart(name));
  }

  /** Closes an array. */
  public JsonWriter endArray() {
    return run(out::writeEndArray);
  }

  /** Writes a string as an element. */
  public JsonWriter text(@Nullable String value) {
    return run(() -> out.writeString(value));
  }

  /** Writes a string member. */
  public JsonWriter text(String name, @Nullable String value) {
    return run(() -> out.writeStringField(name, value));
  }

  /** Writes a null member. */
  public JsonWriter none(String name) {
    return run(() -> out.writeNullField(name));
  }

  /** Writes a whole number as a member. */
  public JsonWriter number(String name, long value) {
    return run(() -> out.writeNumberField(name, value));
  }

  /** Writes a decimal as a member, plainly and with its scale. */
  public JsonWriter number(String name, BigDecimal value) {
    return run(
        () -> {
          out.writeFieldName(name);
          out.writeNumber(value.toPlainString());
        });
  }

  /** Writes a boolean member. */
  public JsonWriter bool(String name, @Nullable Boolean value) {
    return value == null ? none(name) : run(() -> out.writeBooleanField(name, value));
  }

  /** Writes an array of strings as a member. */
  public JsonWriter texts(String name, Collection<String> values) {
    array(name);
    values.forEach(this::text);
    return endArray();
  }

  /** Writes a map of strings as a member. */
  public JsonWriter textMap(String name, @Nullable Map<String, String> values) {
    if (values == null) {
      return none(name);
    }
    object(name);
    values.forEach(this::text);
    return endObject();
  }

  /** Writes an array of values as a member, each by the given method. */
  public <T> JsonWriter each(
      String name, Collection<? extends T> values, BiConsumer<JsonWriter, T> element) {
    array(name);
    values.forEach(value -> element.accept(this, value));
    return endArray();
  }

  private JsonWriter run(Step step) {
    try {
      step.run();
    } catch (IOException e) {
      // The bytes stay in memory, so only a misuse of the generator gets here.
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** One call of the generator. */
  @FunctionalInterface
  private interface Step {
    void run() throws IOException;
  }
}
