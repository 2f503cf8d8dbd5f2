package daybook.http.tls;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/**
 * A private key with the certificate of its public key and those that vouch for it.
 *
 * @param key the private key
 * @param chain the certificate, then the one that vouches for it, and so on; not empty
 */
record KeyPair(PrivateKey key, List<X509Certificate> chain) {

  private static final byte[] SAMPLE = {1, 2, 3, 4, 5, 6, 7, 8};

  /** Copies the list. */
  KeyPair {
    chain = List.copyOf(chain);
  }

  /** Returns when the server's certificate ends: from then on clients refuse it. */
  Instant end() {
    return chain.get(0).getNotAfter().toInstant();
  }

  /** Returns when the server's certificate begins to be good. */
  Instant begin() {
    return chain.get(0).getNotBefore().toInstant();
  }

  /** Says whether the key is the certificate's: whether one verifies what the other signs. */
  boolean belongTogether() {
    try {
      String algorithm = signatureOf(key.getAlgorithm());
      PublicKey known = chain.get(0).getPublicKey();
      Signature signing = Signature.getInstance(algorithm);
      signing.initSign(key);
      signing.update(SAMPLE);
      byte[] signature = signing.sign();
      Signature verifying = Signature.getInstance(algorithm);
      verifying.initVerify(known);
      verifying.update(SAMPLE);
      return verifying.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static String signatureOf(String keyAlgorithm) {
    return switch (keyAlgorithm) {
      case "RSA" -> "SHA256withRSA";
      case "EC" -> "SHA256withECDSA";
      default -> keyAlgorithm;
    };
  }

  /** Names the certificate for people: its subject, serial number and time. */
  @Override
  public String toString() {
    X509Certificate own = chain.get(0);
    return own.getSubjectX500Principal().getName()
        + ", serial number "
        + HexFormat.of().formatHex(own.getSerialNumber().toByteArray())
        + ", good until "
        + end();
  }
}
