package daybook.bench;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * How to call a store that was made here.
 *
 * @param clientId the application
 * @param clientSecret its secret
 * @param accounts the accounts' ids
 * @param refreshTokens one an account
 */
record Credentials(
    String clientId, String clientSecret, List<String> accounts, List<String> refreshTokens) {

  private static final String FILE = "bench.properties";

  void write(Path directory) throws IOException {
    Properties properties = new Properties();
    properties.setProperty("clientId", clientId);
    properties.setProperty("clientSecret", clientSecret);
    for (int i = 0; i < accounts.size(); i++) {
      properties.setProperty("account." + i, accounts.get(i));
      properties.setProperty("refreshToken." + i, refreshTokens.get(i));
    }
    try (Writer out = Files.newBufferedWriter(directory.resolve(FILE))) {
      properties.store(out, null);
    }
  }

  static Credentials read(Path directory) throws IOException {
    Properties properties = new Properties();
    try (Reader in = Files.newBufferedReader(directory.resolve(FILE))) {
      properties.load(in);
    }
    List<String> accounts = new ArrayList<>();
    List<String> refreshTokens = new ArrayList<>();
    for (int i = 0; properties.containsKey("account." + i); i++) {
      accounts.add(properties.getProperty("account." + i));
      refreshTokens.add(properties.getProperty("refreshToken." + i));
    }
    return new Credentials(
        properties.getProperty("clientId"),
        properties.getProperty("clientSecret"),
        accounts,
        refreshTokens);
  }
}
