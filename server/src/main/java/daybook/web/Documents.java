package daybook.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * The documents that the server hands out, read from the program itself once and for all.
 *
 * <p>The page needs nothing but what stands here, so it works without any network. It shows text of
 * strangers, so nothing it loads or sends may go anywhere else.
 */
public final class Documents {

  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private final Map<String, Document> documents = new HashMap<>();

  /** Reads them. */
  public Documents() {
    add("/openapi.yaml", "openapi.yaml", "application/yaml; charset=utf-8");
    add("/openapi.json", "openapi.json", "application/json; charset=utf-8");
    add("/docs", "web/docs.html", "text/html; charset=utf-8");
    add("/docs/docs.css", "web/docs.css", "text/css; charset=utf-8");
    add("/docs/docs.js", "web/docs.js", "text/javascript; charset=utf-8");
    add("/docs/icon.svg", "web/icon.svg", "image/svg+xml; charset=utf-8");
  }

  /** Returns the document of a path. */
  public Optional<Document> at(String path) {
    return Optional.ofNullable(documents.get(path));
  }

  private void add(String path, String resource, String type) {
    byte[] body = read(resource);
    documents.put(
        path,
        new Document(
            Map.of(
                "Content-Type",
                type,
                // Asked for again each time, and sent again only after an upgrade.
                "Cache-Control",
                "no-cache",
                "ETag",
                tag(body),
                "X-Content-Type-Options",
                "nosniff",
                "Content-Security-Policy",
                POLICY,
                "Referrer-Policy",
                "no-referrer"),
            body));
  }

  private static byte[] read(String resource) {
    try (InputStream in = Documents.class.getResourceAsStream("/daybook/" + resource)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its file " + resource);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String tag(byte[] body) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
      return '"' + HexFormat.of().formatHex(hash, 0, 16) + '"';
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
