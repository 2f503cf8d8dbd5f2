package daybook.http;

import com.linecorp.armeria.common.ResponseHeadersBuilder;
import io.netty.util.AsciiString;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiConsumer;

/**
 * The three identifiers that every answer carries (CONTRACT 5); they name, they protect nothing.
 *
 * @param requestId a UUID
 * @param gatewayId 16 characters of base64
 * @param traceId the time in hexadecimal seconds and 24 digits
 */
record AnswerIds(String requestId, String gatewayId, String traceId) {

  static final AsciiString REQUEST_ID = AsciiString.cached("x-amzn-requestid");
  private static final AsciiString GATEWAY_ID = AsciiString.cached("x-amz-apigw-id");
  private static final AsciiString TRACE_ID = AsciiString.cached("x-amzn-trace-id");

  private static final long VERSION_4 = 0x4000L;
  private static final long IETF_VARIANT = 0x8000_0000_0000_0000L;

  /** Draws new ones. */
  static AnswerIds draw(Instant now) {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    UUID uuid =
        new UUID(
            (random.nextLong() & ~0xF000L) | VERSION_4, (random.nextLong() >>> 2) | IETF_VARIANT);
    byte[] gateway =
        ByteBuffer.allocate(11)
            .putLong(random.nextLong())
            .putShort((short) random.nextInt())
            .array();
    String trace =
        "Root=1-"
            + hex(now.getEpochSecond())
            + "-"
            + hex(random.nextInt())
            + hex(random.nextInt())
            + hex(random.nextInt());
    return new AnswerIds(uuid.toString(), Base64.getEncoder().encodeToString(gateway), trace);
  }

  /** Adds the three headers. */
  ResponseHeadersBuilder addTo(ResponseHeadersBuilder headers) {
    forEach(headers::set);
    return headers;
  }

  /** Gives the three headers. */
  void forEach(BiConsumer<AsciiString, String> header) {
    header.accept(REQUEST_ID, requestId);
    header.accept(GATEWAY_ID, gatewayId);
    header.accept(TRACE_ID, traceId);
  }

  private static String hex(long value) {
    String digits = Long.toHexString((value & 0xFFFF_FFFFL) | 0x1_0000_0000L);
    return digits.substring(1);
  }
}
