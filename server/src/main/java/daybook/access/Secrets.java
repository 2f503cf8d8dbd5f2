package daybook.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes identifiers and secrets, and compares secrets with their hashes.
 *
 * <p>Every secret carries at least 256 random bits. That is why a plain SHA-256 is enough to keep
 * them, where a password would need a slow hash, and why nobody counts wrong guesses: a stranger
 * who tried a million a second since the big bang would have no chance worth naming.
 *
 * <p>No character but {@code |} needs percent-encoding.
 */
public final class Secrets {

  private static final String KEY_ALGORITHM = "HmacSHA256";
  private static final String CLIENT_ID = "amzn1.application-oa2-client.";
  private static final String CLIENT_SECRET = "amzn1.oa2-cs.v1.";
  private static final String REFRESH_TOKEN = "Atzr|";

  private final SecureRandom random;

  /** Uses the system's source of randomness. */
  public Secrets() {
    this.random = new SecureRandom();
  }

  /** Makes the name of an application. */
  public String newClientId() {
    return CLIENT_ID + hex(16);
  }

  /** Makes a client secret. */
  public String newClientSecret() {
    return CLIENT_SECRET + hex(32);
  }

  /** Makes a refresh token. */
  public String newRefreshToken() {
    return REFRESH_TOKEN + text(48);
  }

  /** Makes an authorization code. */
  public String newAuthorizationCode() {
    return text(32);
  }

  /** Makes the name of a grant. */
  public String newGrantId() {
    return "grant-" + hex(8);
  }

  /** Makes a key for signing: a proposal for {@link daybook.store.Directory#key}. */
  public byte[] newSigningKey() {
    return bytes(32);
  }

  /** Returns what is kept of a secret. */
  public static byte[] hash(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }

  /** Says whether the hash is the secret's, in a time that does not tell how much of it is. */
  public static boolean matches(String secret, byte[] hash) {
    return MessageDigest.isEqual(hash(secret), hash);
  }

  /**
   * Returns a key that takes both to know: what the store keeps and a secret that it does not.
   *
   * @param name tells keys for different uses apart
   * @param stored what the store keeps
   * @param secret the other half; if it is empty, what the store keeps is the key
   */
  public static byte[] keyOf(String name, byte[] stored, String secret) {
    if (secret.isEmpty()) {
      return stored;
    }
    try {
      Mac mac = Mac.getInstance(KEY_ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), KEY_ALGORITHM));
      mac.update(name.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return mac.doFinal(stored);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(KEY_ALGORITHM + " is part of every JDK", e);
    }
  }

  private String hex(int count) {
    return HexFormat.of().formatHex(bytes(count));
  }

  // A hyphen in front would look like an option on a command line.
  private String text(int count) {
    String text;
    do {
      text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(count));
    } while (text.startsWith("-"));
    return text;
  }

  private byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }
}
