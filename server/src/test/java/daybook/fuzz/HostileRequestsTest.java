package daybook.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import daybook.fuzz.Hostile.Manner;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hostile requests can be made again, and a judge that is shown a fault sees it. */
final class HostileRequestsTest {

  private static final String ID = "x-amzn-requestid: 01234567-89ab-cdef-0123-456789abcdef";
  private static final String JSON = "content-type: application/json";

  @TempDir static Path directory;
  private static Victims victims;

  @BeforeAll
  static void settle() throws Exception {
    victims = Victims.settle(directory);
  }

  @Test
  void request_isTheSameForTheSameSeed() {
    HostileRequests one = new HostileRequests(7, victims);
    HostileRequests same = new HostileRequests(7, victims);
    HostileRequests other = new HostileRequests(8, victims);
    int different = 0;
    for (long number = 0; number < 500; number++) {
      assertThat(same.make(number)).isEqualTo(one.make(number));
      different += one.make(number).equals(other.make(number)) ? 0 : 1;
    }
    assertThat(different).isGreaterThan(400);
  }

  @Test
  void requests_areOfEveryKindAndManner() {
    HostileRequests requests = new HostileRequests(7, victims);
    Set<Manner> manners = EnumSet.noneOf(Manner.class);
    Set<String> texts = new HashSet<>();
    for (long number = 0; number < 3_000; number++) {
      Hostile hostile = requests.make(number);
      manners.add(hostile.manner());
      texts.add(hostile.text());
    }
    assertThat(manners).containsExactlyInAnyOrder(Manner.values());
    assertThat(texts).hasSizeGreaterThan(2_000);
  }

  @Test
  void forgedToken_isNeverOneThatOpens() {
    HostileRequests requests = new HostileRequests(7, victims);
    for (long number = 0; number < 5_000; number++) {
      Hostile hostile = requests.make(number);
      if (hostile.kind().equals("access token")) {
        for (Victim victim : victims.all()) {
          assertThat(hostile.text())
              .doesNotContain("x-amz-access-token: " + victim.access() + "\r\n");
        }
      }
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "500 | {} | status 500",
        "400 | <html> | no JSON",
        "400 | {} | without errors",
        "400 | {'errors':[]} | without errors",
        "400 | {'errors':[{'code':'Unauthorized','message':''}]} | with code",
        "302 | {'errors':[{'code':'InvalidInput','message':''}]} | with code",
        "400 | {'error_description':'','error':'invalid_grant'} | token endpoint",
        "200 | {'name':'markerbirch'} | a name of birch",
        "200 | {'orderId':'222-7777777-0000001'} | an id of birch",
        "200 | {'BuyerName':'secretcedar'} | restricted data of cedar"
      })
  void fault_isSeen(int status, String body, String fault) {
    Reply reply = new Reply(status, List.of(ID, JSON), body.replace('\'', '"'));
    assertThat(faults(reply)).anySatisfy(found -> assertThat(found).contains(fault));
  }

  @Test
  void answerWithoutId_isSeen() {
    assertThat(faults(new Reply(200, List.of(JSON), "{}"))).containsExactly("no request id");
  }

  @Test
  void goodAnswer_hasNoFault() {
    String own = "{\"name\":\"markeralder\",\"orderId\":\"111-7777777-0000001\"}";
    assertThat(faults(new Reply(200, List.of(ID, JSON), own))).isEmpty();
  }

  @Test
  void description_holdsACurlLineWhereCurlCanSendIt() {
    Hostile plain = hostile("GET /x'y HTTP/1.1\r\nA: b\r\n\r\n");
    assertThat(plain.description())
        .contains("curl -i --path-as-is -g -X GET -H 'A: b' 'http://127.0.0.1:8080/x'\\''y'");
    assertThat(hostile("GET /\u0000 HTTP/1.1\r\n\r\n").description())
        .contains("\"GET /\\x00 HTTP/1.1\\r\\n\\r\\n\"")
        .doesNotContain("curl");
  }

  private static List<String> faults(Reply reply) {
    Hostile hostile = hostile("GET /orders/v0/orders?x HTTP/1.1\r\n\r\n");
    return new Judge(victims).faults(hostile, reply);
  }

  private static Hostile hostile(String text) {
    return new Hostile(1, "test", Manner.WHOLE, text, Set.of("alder"), false);
  }
}
