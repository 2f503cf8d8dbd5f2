package daybook.contract;

import daybook.store.Position;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals page tokens and opens them again (CONTRACT 7).
 *
 * <p>A token is base64url without padding, so that raw, once-encoded and twice-encoded forms are
 * the same text. It is authenticated with HMAC-SHA256 and bound to its operation, application and
 * account; every one of those can be told apart for the access log, none of them for the caller.
 */
public final class PageTokens {

  private static final byte VERSION = 1;
  private static final int TAG_BYTES = 16;
  private static final int MAX_CHARS = 4096;
  private static final String ALGORITHM = "HmacSHA256";

  /** Never used itself, so that all threads may copy it. */
  private final Mac prototype;

  private final Duration lifetime;

  /** What {@link #open} found. */
  public sealed interface Opened {

    /** A good token. */
    record Valid(PageToken token) implements Opened {}

    /** A token that can't be used; the reason is for the access log only. */
    record Unusable(String reason) implements Opened {}
  }

  /** Takes the secret key shared by all servers on one store, and how long a token lives. */
  public PageTokens(byte[] key, Duration lifetime) {
    this.prototype = mac(key);
    this.lifetime = lifetime;
  }

  /** Returns the text of a token for this caller and operation. */
  public String seal(PageToken token, String operationId, Caller caller, Instant now) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
      out.writeUTF(operationId);
      out.writeLong(binding(caller));
      out.writeLong(now.plus(lifetime).toEpochMilli());
      out.writeLong(token.upperBound().toEpochMilli());
      out.writeLong(token.position().sortInstant().toEpochMilli());
      out.writeUTF(token.position().id());
      out.writeUTF(token.query());
      out.write(tag(bytes.toByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
  }

  /** Opens the text of a token, which may be anything at all. */
  public Opened open(String text, String operationId, Caller caller, Instant now) {
    if (text.length() > MAX_CHARS) {
      return new Opened.Unusable("page token longer than " + MAX_CHARS + " characters");
    }
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      return new Opened.Unusable("page token is not base64url");
    }
    int end = bytes.length - TAG_BYTES;
    // Decoding ignores the unused bits of the last character; a changed one must not pass.
    boolean sameText = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(text);
    if (end <= 0
        || !sameText
        || !MessageDigest.isEqual(
            tag(Arrays.copyOf(bytes, end)), Arrays.copyOfRange(bytes, end, bytes.length))) {
      return new Opened.Unusable("page token is damaged or not ours");
    }
    return read(bytes, operationId, caller, now);
  }

  private Opened read(byte[] bytes, String operationId, Caller caller, Instant now) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (in.readByte() != VERSION) {
        return new Opened.Unusable("page token of another version of this server");
      }
      String sealedFor = in.readUTF();
      if (!sealedFor.equals(operationId)) {
        return new Opened.Unusable("page token of operation " + sealedFor);
      }
      if (in.readLong() != binding(caller)) {
        return new Opened.Unusable("page token of another application or account");
      }
      Instant expiresAt = Instant.ofEpochMilli(in.readLong());
      if (!now.isBefore(expiresAt)) {
        return new Opened.Unusable("page token expired at " + expiresAt);
      }
      Instant upperBound = Instant.ofEpochMilli(in.readLong());
      Instant sortInstant = Instant.ofEpochMilli(in.readLong());
      Position position = new Position(sortInstant, in.readUTF());
      return new Opened.Valid(new PageToken(in.readUTF(), upperBound, position));
    } catch (IOException e) {
      return new Opened.Unusable("page token is damaged");
    }
  }

  // A digest instead of the names: a token tells a stranger nothing about its caller.
  private long binding(Caller caller) {
    String text = caller.clientId() + "\n" + caller.account();
    byte[] digest = mac().doFinal(text.getBytes(StandardCharsets.UTF_8));
    return new BigInteger(Arrays.copyOf(digest, Long.BYTES)).longValue();
  }

  private byte[] tag(byte[] payload) {
    return Arrays.copyOf(mac().doFinal(payload), TAG_BYTES);
  }

  // Looking up the algorithm costs more than a tag; a copy of one that knows the key is as good.
  private Mac mac() {
    try {
      return (Mac) prototype.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException(ALGORITHM + " of the JDK can be copied", e);
    }
  }

  private static Mac mac(byte[] key) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(ALGORITHM + " is part of every JDK", e);
    }
  }
}
