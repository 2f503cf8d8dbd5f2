package daybook.http.tls;

/** Says why files of a certificate can't be used, in words for an operator, without secrets. */
public final class CertificateProblem extends Exception {

  private static final long serialVersionUID = 1L;

  /** Takes the words. */
  CertificateProblem(String message) {
    super(message, null, false, false);
  }
}
