package daybook.http.tls;

/** Says why files of a certificate can't be used, in words for an operator, without secrets. */
public final class CertificateProblem extends Exception {

  private static final long serialVersionUID = 1L;

  private final String words;

  /** Takes the words. */
  CertificateProblem(String words) {
    super(words, null, false, false);
    this.words = words;
  }

  /** Returns the words. */
  public String words() {
    return words;
  }
}
