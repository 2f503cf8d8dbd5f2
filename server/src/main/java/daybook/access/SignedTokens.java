package daybook.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.util.Base64URL;
import java.text.ParseException;
import java.util.Map;

/**
 * Signs claims and reads them again: a prefix that tells the kind of a token, and a JSON Web Token
 * signed with HMAC-SHA256, so that every server with the key can verify it.
 */
final class SignedTokens {

  /** Longest token there is, in bytes (CONTRACT 4.1). */
  static final int MAX_BYTES = 2_048;

  private static final int MIN_KEY_BYTES = 32;

  /** A kind of token, known by its prefix and by the type in its header (CONTRACT 4.1, 4.4). */
  enum Kind {
    /** What an application calls operations with. */
    ACCESS("Atza|", "at+jwt"),
    /** What shows restricted data, and opens nothing but what it names. */
    RESTRICTED("Atz.sprdt|", "rdt+jwt");

    private final String prefix;

    // Immutable, which the checker doesn't see.
    @SuppressWarnings("ImmutableEnumChecker")
    private final JWSHeader header;

    private final String opening;

    // The type keeps tokens of other kinds under the same key apart.
    Kind(String prefix, String type) {
      this.prefix = prefix;
      this.header =
          new JWSHeader.Builder(JWSAlgorithm.HS256).type(new JOSEObjectType(type)).build();
      this.opening = prefix + header.toBase64URL() + ".";
    }
  }

  /** Says why a text is no token of ours. */
  static final class UnusableToken extends Exception {

    private static final long serialVersionUID = 1L;

    private final String reason;

    UnusableToken(String reason) {
      super(reason, null, false, false);
      this.reason = reason;
    }

    String reason() {
      return reason;
    }
  }

  private final JWSSigner signer;
  private final JWSVerifier verifier;

  /** Takes at least 32 random bytes. */
  SignedTokens(byte[] signingKey) {
    if (signingKey.length < MIN_KEY_BYTES) {
      throw new IllegalArgumentException("a signing key has at least 32 bytes");
    }
    try {
      this.signer = new MACSigner(signingKey);
      this.verifier = new MACVerifier(signingKey);
    } catch (JOSEException e) {
      throw new IllegalStateException("HMAC-SHA256 is part of every JDK", e);
    }
  }

  /** Returns the text of a token. */
  String sign(Kind kind, Map<String, Object> claims) {
    JWSObject object = new JWSObject(kind.header, new Payload(claims));
    try {
      object.sign(signer);
    } catch (JOSEException e) {
      throw new IllegalStateException("HMAC-SHA256 is part of every JDK", e);
    }
    return kind.prefix + object.serialize();
  }

  /** Reads a token of either kind. */
  AccessClaims open(String token) throws UnusableToken {
    if (token.length() > MAX_BYTES) {
      throw new UnusableToken("access token longer than " + MAX_BYTES + " characters");
    }
    Kind kind = token.startsWith(Kind.RESTRICTED.prefix) ? Kind.RESTRICTED : Kind.ACCESS;
    if (!token.startsWith(kind.prefix)) {
      throw new UnusableToken("access token does not begin with " + kind.prefix);
    }
    // Compared as text: no other algorithm, type or extension has ever been ours.
    if (!token.startsWith(kind.opening)) {
      throw new UnusableToken("access token with a header that is not ours");
    }
    try {
      JWSObject object = JWSObject.parse(token.substring(kind.prefix.length()));
      Base64URL signature = object.getSignature();
      // Decoding ignores unused bits and foreign characters; a changed text must not pass.
      if (!Base64URL.encode(signature.decode()).equals(signature) || !object.verify(verifier)) {
        throw new UnusableToken("access token with a wrong signature");
      }
      AccessClaims claims = AccessClaims.read(object.getPayload().toJSONObject());
      if (claims.isRestricted() != (kind == Kind.RESTRICTED)) {
        throw new UnusableToken("access token whose claims are not of its kind");
      }
      return claims;
    } catch (ParseException | JOSEException | RuntimeException e) {
      throw new UnusableToken("malformed access token");
    }
  }
}
