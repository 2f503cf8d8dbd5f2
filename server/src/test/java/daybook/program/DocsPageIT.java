package daybook.program;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import daybook.json.Json;
import daybook.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The page to try the operations, in a real browser, on a real server. */
class DocsPageIT {

  private static final String BUYER = "business";
  private static final String SELLER = "seller";

  @TempDir static Path directory;
  private static Browser browser;
  private static RunningServer server;
  private static JsonObject facts;
  private static String base;

  @BeforeAll
  static void start() throws Exception {
    browser = Browser.start(directory.resolve("profile"));
    Path data = directory.resolve("demo");
    server =
        RunningServer.start(
            directory,
            "--demo",
            "--port",
            "0",
            "--data",
            data.toString(),
            "--demo-orders",
            "400",
            "--set",
            "throttle.enabled=false");
    facts = Json.readObject(Files.readAllBytes(data.resolve("demo.json")));
    base = "http://127.0.0.1:" + server.port();
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void open() {
    browser.open(base + "/docs");
    browser.first("details");
  }

  // Chromium notes each refusal of the server in the console; nothing else may stand there.
  @AfterEach
  void browser_hasNothingToComplainAbout() {
    assertThat(browser.requested()).isNotEmpty().allMatch(url -> url.startsWith(base + "/"));
    assertThat(browser.said())
        .filteredOn(said -> !said.contains("the server responded with a status of 4"))
        .isEmpty();
  }

  @Test
  void page_hasAFormForEveryOperation() {
    Set<String> described = new TreeSet<>();
    Object description =
        browser.await("fetch('/openapi.json').then(a => a.text()).then(arguments[0])");
    JsonObject paths = Json.readObject(description.toString().getBytes(UTF_8)).object("paths");
    for (String path : paths.names()) {
      JsonObject methods = paths.object(path);
      methods.names().forEach(name -> described.add(methods.object(name).text("operationId")));
    }
    assertThat(browser.all("details"))
        .extracting(each -> each.getDomAttribute("id"))
        .hasSize(11)
        .containsExactlyInAnyOrderElementsOf(described);
  }

  @ParameterizedTest(name = "{0} {2} {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          getOrderReports                      | business |                     |                   | orderStartDate=yesterday  | 400 | 403
          getOrderReportsByPurchaseOrderNumber | business | purchaseOrderNumber | {purchase order}  | nextPageToken=junk        | 400 | 403
          getOrdersByOrderDate                 | business | includeLineItems    | true              | endDate=never             | 400 | 401
          getOrdersByOrderId                   | business | orderId             | {order}           | orderId=<img src=x>       | 404 | 401
          getTransactions                      | business |                     |                   | feedStartDate=x           | 400 | 401
          getOrders                            | seller   | MaxResultsPerPage   | 7                 | MaxResultsPerPage=1000    | 400 | 403
          createRestrictedDataToken            | seller   |                     |                   | body={}                   | 400 | 403
          """)
  void operation_isAnsweredAndRefused(
      String id,
      String kind,
      String name,
      String value,
      String bad,
      int badStatus,
      int strangerStatus)
      throws Exception {
    String token = token(kind);
    WebElement form = unfold(id);
    if (name != null) {
      type(form.findElement(By.name(name)), found(value));
    }
    assertThat(answer(form).status()).startsWith(strangerStatus + " ");

    type(browser.first("#access"), token);
    Shown good = answer(form);
    assertThat(good.status()).isEqualTo("200 OK");
    assertThat(good.headers()).contains("x-amzn-requestid: ", "content-type: application/json");
    if (!id.equals("createRestrictedDataToken")) {
      List<String> urls = browser.requested();
      String asked = urls.get(urls.size() - 1).substring(base.length());
      String sent = server.get(asked, token).body();
      assertThat(sent).as("an answer with something in it").hasSizeGreaterThan(300);
      assertThat(squeezed(good.body())).isEqualTo(squeezed(sent));
    }

    String[] parts = bad.split("=", 2);
    type(form.findElement(By.name(parts[0])), parts[1]);
    Shown refused = answer(form);
    assertThat(refused.status()).startsWith(badStatus + " ");
    assertThat(refused.body()).contains("\"errors\": [", "\"code\": ", "\"message\": ");
    assertThat(browser.all("img")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"live", "ready", "metrics"})
  void serverPage_isAnsweredAsItIs(String id) {
    Shown shown = answer(unfold(id));
    assertThat(shown.status()).isEqualTo("200 OK");
    assertThat(shown.body()).isNotBlank();
    assertThat(shown.command()).doesNotContain("x-amz-access-token");
  }

  @Test
  void accessToken_isMadeFromWhatTheDemoPrinted() throws Exception {
    WebElement form = browser.first("#token");
    type(browser.first("#client_id"), facts.text("clientId"));
    type(browser.first("#client_secret"), "wrong");
    type(browser.first("#refresh_token"), account(BUYER).text("refreshToken"));
    form.findElement(By.tagName("button")).click();
    assertThat(browser.first("#made.bad").getText()).isEqualTo("401: Client authentication failed");
    assertThat(value("#access")).isEmpty();

    type(browser.first("#client_secret"), facts.text("clientSecret"));
    form.findElement(By.tagName("button")).click();
    assertThat(browser.first("#made.good").getText()).isEqualTo("Made. It is good for 60 minutes.");
    assertThat(value("#access")).startsWith("Atza|");
    assertThat(answer(unfold("getOrderReports")).status()).isEqualTo("200 OK");
  }

  @Test
  void accessToken_isAskedForLikeAnyOperation() throws Exception {
    WebElement form = unfold("getAccessToken");
    assertThat(form.findElement(By.name("body")).getDomProperty("value")).contains("Atzr|...");
    Shown refused = answer(form);
    assertThat(refused.status()).isEqualTo("401 Unauthorized");
    String body =
        "{\"grant_type\":\"refresh_token\",\"client_id\":\"%s\",\"client_secret\":\"%s\","
                .formatted(facts.text("clientId"), facts.text("clientSecret"))
            + "\"refresh_token\":\"%s\"}".formatted(account(BUYER).text("refreshToken"));
    type(form.findElement(By.name("body")), body);
    assertThat(answer(form).status()).isEqualTo("200 OK");
    form.findElement(By.xpath("../section/button[.='Use this token']")).click();
    assertThat(value("#access")).startsWith("Atza|");
  }

  @Test
  void amounts_areShownAsTheyWereSent() throws Exception {
    type(browser.first("#access"), token(BUYER));
    Shown shown = answer(unfold("getOrderReports"));
    assertThat(shown.body()).containsPattern("\"amount\": \\d+\\.0\\b");
    assertThat(shown.body()).startsWith("{\n  \"ordersReport\": [\n    {\n");
  }

  @Test
  void nextPage_isAskedForWithOneClick() throws Exception {
    type(browser.first("#access"), token(SELLER));
    WebElement form = unfold("getOrders");
    type(form.findElement(By.name("MaxResultsPerPage")), "3");
    Set<String> seen = new TreeSet<>(sold(answer(form)));
    assertThat(seen).hasSize(3);
    WebElement before = form.findElement(By.xpath("../section/p"));
    form.findElement(By.xpath("../section/button[.='Next page']")).click();
    List<String> second = sold(shown(form));
    assertThat(second).hasSize(3).doesNotContainAnyElementsOf(seen);
    assertThat(before).isNotEqualTo(form.findElement(By.xpath("../section/p")));
  }

  @Test
  void restrictedToken_isUsedWithOneClick() throws Exception {
    type(browser.first("#access"), token(SELLER));
    assertThat(answer(unfold("getOrders")).body()).doesNotContain("\"BuyerName\"");
    WebElement form = unfold("createRestrictedDataToken");
    answer(form);
    form.findElement(By.xpath("../section/button[.='Use this token']")).click();
    assertThat(value("#access")).startsWith("Atz.sprdt|");
    assertThat(answer(unfold("getOrders")).body()).contains("\"BuyerName\"");
  }

  @Test
  void keyboard_isEnough() throws Exception {
    browser.tabTo(browser.first("#client_id"));
    browser.press(facts.text("clientId"), Keys.TAB);
    browser.press(facts.text("clientSecret"), Keys.TAB);
    browser.press(account(BUYER).text("refreshToken"), Keys.ENTER);
    browser.first("#made.good");

    browser.tabTo(browser.first("#getOrdersByOrderId summary"));
    browser.press(Keys.ENTER);
    WebElement form = browser.first("#getOrdersByOrderId form");
    browser.tabTo(form.findElement(By.name("orderId")));
    browser.press(found("{order}"));
    browser.tabTo(form.findElement(By.tagName("button")));
    browser.press(Keys.SPACE);
    assertThat(shown(form).status()).isEqualTo("200 OK");
    browser.tabTo(browser.first("#getOrdersByOrderId pre[aria-label=Body]"));
    browser.press(Keys.END);
  }

  @Test
  void emptyPlaceInAPath_isNotSent() {
    WebElement form = unfold("getOrdersByOrderId");
    type(form.findElement(By.name("orderId")), "");
    List<String> before = browser.requested();
    form.findElement(By.xpath("./button")).click();
    assertThat(browser.requested()).isEqualTo(before);
    assertThat(browser.all("#getOrdersByOrderId .answer p")).isEmpty();
  }

  @ParameterizedTest(name = "{0} wide, {1}")
  @CsvSource({"1200, light", "1200, dark", "360, light", "360, dark"})
  void page_isOpenToAll(int width, String colours) throws Exception {
    browser.screen(width, 900, colours);
    type(browser.first("#access"), token(BUYER));
    browser.run("document.querySelectorAll('details').forEach(each => { each.open = true; })");
    answer(browser.first("#getOrderReports form"));
    browser.run("document.getElementById('access').value = ''; scrollTo(0, 0);");
    answer(browser.first("#getOrders form"));
    browser.run("document.getElementById('getOrderReports').scrollIntoView()");
    browser.picture("docs-page-" + width + "-" + colours);
    assertThat(browser.barriers()).isEmpty();
    assertThat(
            browser.run(
                "return document.documentElement.scrollWidth - document.documentElement.clientWidth"))
        .as("how far it scrolls sideways")
        .isEqualTo(0L);
  }

  @Test
  void link_opensItsOperation() {
    browser.open("about:blank");
    browser.open(base + "/docs#getTransactions");
    browser.first("#getTransactions[open]");
    assertThat(browser.all("details[open]")).hasSize(1);
  }

  // The policy, not the good will of the page, keeps everything here.
  @Test
  void policy_letsNothingGoElsewhere() {
    List<Object> broken = new ArrayList<>();
    for (String attempt :
        List.of(
            "fetch(url).catch(() => {});",
            "document.body.append(Object.assign(new Image(), { src: url }));",
            "document.head.append(Object.assign(document.createElement('script'), { src: url }));",
            "document.head.append(Object.assign(document.createElement('style'),"
                + " { textContent: 'p{}' }));")) {
      broken.add(
          browser.await(
              "const url = 'http://127.0.0.1:1/x', done = arguments[0];"
                  + "document.addEventListener('securitypolicyviolation',"
                  + " event => done(event.disposition + ' ' + event.effectiveDirective), { once: true });"
                  + attempt));
    }
    assertThat(broken)
        .containsExactly(
            "enforce connect-src",
            "enforce img-src",
            "enforce script-src-elem",
            "enforce style-src-elem");
    open();
  }

  /** What the page shows of an answer. */
  private record Shown(String status, String command, String headers, String body) {}

  private static WebElement unfold(String id) {
    WebElement details = browser.first("#" + id);
    if (details.getDomAttribute("open") == null) {
      details.findElement(By.tagName("summary")).click();
    }
    return details.findElement(By.tagName("form"));
  }

  private static Shown answer(WebElement form) {
    form.findElement(By.xpath("./button[.='Send']")).click();
    return shown(form);
  }

  private static Shown shown(WebElement form) {
    WebElement result = form.findElement(By.xpath("../section"));
    WebElement status = result.findElement(By.cssSelector("p.good, p.bad"));
    return new Shown(
        status.getText(), part(result, "Command"), part(result, "Headers"), part(result, "Body"));
  }

  // Without spaces, and without the token of the next page: that is another each time.
  private static String squeezed(String json) {
    return json.replaceAll("\\s", "").replaceAll("(?i)(\"next(page)?token\":)\"[^\"]+\"", "$1");
  }

  private static String part(WebElement result, String name) {
    return result
        .findElement(By.cssSelector("pre[aria-label=" + name + "]"))
        .getDomProperty("textContent");
  }

  private static List<String> sold(Shown shown) {
    return shown
        .body()
        .lines()
        .filter(line -> line.contains("\"AmazonOrderId\""))
        .map(String::strip)
        .toList();
  }

  private static void type(WebElement field, String text) {
    if (field.getTagName().equals("select")) {
      field.sendKeys(text);
    } else {
      browser.paste(field, text);
    }
  }

  private static String value(String css) {
    return browser.first(css).getDomProperty("value");
  }

  private static String found(String text) throws Exception {
    if (!text.startsWith("{")) {
      return text;
    }
    if (text.equals("{purchase order}")) {
      return account(BUYER).text("purchaseOrderNumber");
    }
    String last = account(BUYER).text("lastOrderDate");
    String range = "?orderStartDate=" + last + "&orderEndDate=" + last;
    String body = server.get("/reports/2025-06-09/orderReports" + range, token(BUYER)).body();
    return body.replaceAll("(?s).*\"orderId\":\"([^\"]+)\".*", "$1");
  }

  private static JsonObject account(String kind) {
    return facts.optObjects("accounts").stream()
        .filter(each -> each.text("kind").equals(kind))
        .findFirst()
        .orElseThrow();
  }

  private static String token(String kind) throws Exception {
    String form =
        "grant_type=refresh_token&client_id=%s&client_secret=%s&refresh_token=%s"
            .formatted(
                facts.text("clientId"),
                facts.text("clientSecret"),
                account(kind).text("refreshToken"));
    return Json.readObject(server.token(form).body().getBytes(UTF_8)).text("access_token");
  }
}
