package daybook;

import daybook.cli.DaybookCommand;

/** The entry of the process: hands the command line over and ends with its exit code. */
public final class Main {

  private Main() {}

  /** Runs the command line. */
  public static void main(String[] args) {
    startQuickly();
    refuseRenegotiation();
    int exitCode = DaybookCommand.run(args);
    // A server keeps running on its own threads until the process is told to stop.
    if (exitCode != DaybookCommand.KEEP_RUNNING) {
      System.exit(exitCode);
    }
  }

  // Things the HTTP library prepares at every start and that nobody here uses: flight recorder
  // events for every buffer, and OpenSSL. Together they take a fifth of the time of a start.
  // Watching
  // a sample of all buffers for leaks is for tests, and costs every request a stack trace.
  private static void startQuickly() {
    setUnlessGiven("io.netty.jfr.enabled", "false");
    setUnlessGiven("io.netty.leakDetection.level", "disabled");
    setUnlessGiven("io.netty.handler.ssl.noOpenSsl", "true");
    setUnlessGiven("com.linecorp.armeria.tlsEngineType", "jdk");
  }

  // A client of TLS 1.2 may ask for one handshake after the other, which cost a server far more.
  private static void refuseRenegotiation() {
    setUnlessGiven("jdk.tls.rejectClientInitiatedRenegotiation", "true");
  }

  private static void setUnlessGiven(String key, String value) {
    if (System.getProperty(key) == null) {
      System.setProperty(key, value);
    }
  }
}
