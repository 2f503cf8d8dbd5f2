package conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WireTest {

  private final List<HttpServer> servers = new ArrayList<>();
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

  @BeforeEach
  void start() throws Exception {
    for (int i = 0; i < 3; i++) {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      String name = "server" + i;
      server.createContext(
          "/",
          exchange -> {
            asked.add(name);
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
          });
      server.start();
      servers.add(server);
    }
  }

  @AfterEach
  void stop() {
    servers.forEach(server -> server.stop(0));
  }

  private List<String> urls() {
    return servers.stream()
        .map(server -> "http://127.0.0.1:" + server.getAddress().getPort())
        .toList();
  }

  @Test
  void servers_ofOneTarget_areAskedInTurn_whateverIsSent() throws Exception {
    Wire wire = new Wire(urls());
    wire.send(Request.get("/a"));
    wire.sendOnce(Request.get("/a"));
    wire.sendRaw(Request.get("/a"));
    wire.send(Request.get("/a"));
    assertEquals(List.of("server0", "server1", "server2", "server0"), asked);
  }

  @Test
  void requests_areRemembered_withTheServerTheyWentTo() throws Exception {
    List<String> urls = urls();
    Wire wire = new Wire(urls);
    wire.send(Request.get("/a"));
    wire.send(Request.get("/b"));
    assertEquals(2, wire.remembered().size());
    assertTrue(wire.remembered().get(0).contains(urls.get(0) + "/a"));
    assertTrue(wire.remembered().get(1).contains(urls.get(1) + "/b"));
  }

  @Test
  void target_takesUrlsWithCommas_andSlashesAtTheirEnds() {
    Target target =
        new Target("http://a:1/, http://b:2,http://c/x/", "id", "secret", List.of(), List.of());
    assertEquals(
        "http://a:1 http://b:2 http://c/x",
        target.urls().stream().collect(Collectors.joining(" ")));
  }
}
