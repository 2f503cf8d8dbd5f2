package daybook.program;

import daybook.json.Json;
import daybook.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * The Chromium of the machine, without a window, and what it says of the pages that it shows.
 *
 * <p>{@code -Ddaybook.browser=required} makes it an error that there is none.
 */
final class Browser implements AutoCloseable {

  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int MOST_STOPS = 120;

  private final ChromeDriver driver;
  private final List<String> requested = new ArrayList<>();
  private final List<String> said = new ArrayList<>();

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  /** Starts it with a profile of its own; a machine without one skips the test. */
  static Browser start(Path profile) {
    if (!Files.isExecutable(CHROMIUM) || !Files.isExecutable(DRIVER)) {
      String missing = "no browser here: this test needs " + CHROMIUM + " and " + DRIVER;
      if (System.getProperty("daybook.browser", "").equals("required")) {
        throw new AssertionError(missing);
      }
      Assumptions.abort(missing);
    }
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.WARNING);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM.toFile());
    options.setCapability("goog:loggingPrefs", logs);
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-dev-shm-usage",
        "--user-data-dir=" + profile);
    ChromeDriverService service =
        new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build();
    ChromeDriver driver = new ChromeDriver(service, options);
    driver.manage().timeouts().implicitlyWait(PATIENCE).scriptTimeout(PATIENCE);
    return new Browser(driver);
  }

  /** Shows a page on a desk's screen, in light colours, and forgets what it said of others. */
  void open(String url) {
    screen(1200, 1000, "light");
    driver.get("about:blank");
    said();
    requested();
    said.clear();
    requested.clear();
    driver.get(url);
  }

  /** Changes the size of the screen, and whether its colours are light or dark. */
  void screen(int width, int height, String colours) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
    Map<String, Object> feature = Map.of("name", "prefers-color-scheme", "value", colours);
    driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of(feature)));
  }

  /** Returns the first element, waiting for it. */
  WebElement first(String css) {
    return driver.findElement(By.cssSelector(css));
  }

  /** Returns all elements that are there now. */
  List<WebElement> all(String css) {
    driver.manage().timeouts().implicitlyWait(Duration.ZERO);
    try {
      return driver.findElements(By.cssSelector(css));
    } finally {
      driver.manage().timeouts().implicitlyWait(PATIENCE);
    }
  }

  /** Runs a script that returns something. */
  Object run(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  /** Runs a script that calls its last argument with what it found. */
  Object await(String script, Object... arguments) {
    return driver.executeAsyncScript(script, arguments);
  }

  /** Presses a key, or types, wherever the focus is. */
  void press(CharSequence... keys) {
    new Actions(driver).sendKeys(keys).perform();
  }

  /** Puts a text in the place of what stands in a field, as one does who pastes it. */
  void paste(WebElement field, String text) {
    field.clear();
    run("arguments[0].focus()", field);
    driver.executeCdpCommand("Input.insertText", Map.of("text", text));
  }

  /** Presses the tab key until an element has the focus. */
  void tabTo(WebElement wanted) {
    for (int stop = 0; stop < MOST_STOPS; stop++) {
      if (driver.switchTo().activeElement().equals(wanted)) {
        return;
      }
      press(Keys.TAB);
    }
    throw new AssertionError("the tab key does not lead to " + wanted.getAccessibleName());
  }

  /** Returns the addresses that were asked for since the page was opened. */
  List<String> requested() {
    for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
      JsonObject event =
          Json.readObject(entry.getMessage().getBytes(StandardCharsets.UTF_8)).object("message");
      if (event.text("method").equals("Network.requestWillBeSent")) {
        requested.add(event.object("params").object("request").text("url"));
      }
    }
    return List.copyOf(requested);
  }

  /** Returns what was written to the console since the page was opened: warnings and errors. */
  List<String> said() {
    for (LogEntry entry : driver.manage().logs().get(LogType.BROWSER)) {
      said.add(entry.getMessage());
    }
    return List.copyOf(said);
  }

  /** Returns what axe finds wrong for people who can't see, hear or point as others do. */
  List<?> barriers() throws IOException {
    String axe = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";
    try (InputStream in = Browser.class.getResourceAsStream(axe)) {
      run(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
    said();
    List<?> barriers =
        (List<?>)
            await(
                """
            const done = arguments[0];
            axe.run().then(
                found => done(found.violations.map(
                    one => one.id + ': ' + one.nodes.map(node => node.html).join(' ; '))),
                problem => done([String(problem)]));
            """);
    driver.manage().logs().get(LogType.BROWSER); // What axe did is not the page's doing.
    return barriers;
  }

  /** Keeps what is shown as a picture, for whoever wants to look at it. */
  void picture(String name) throws IOException {
    Files.write(Path.of("target", name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
  }

  @Override
  public void close() {
    driver.quit();
  }
}
