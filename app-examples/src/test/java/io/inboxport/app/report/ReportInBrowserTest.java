package io.inboxport.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.inboxport.Inbox;
import io.inboxport.testkit.fixtures.DemoInbox;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("browser")
@SuppressWarnings("NullAway.Init") // Set before each test.
class ReportInBrowserTest {
  private static final Map<String, Object> NOTHING = Map.of();

  @TempDir private Path folder;
  private Browser browser;
  private final List<String> requests = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();

  @BeforeEach
  void openThePage() throws Exception {
    var file = folder.resolve("report.html");
    var clock = Clock.fixed(DemoInbox.NOW, ZoneOffset.UTC);
    assertThat(
            InboxReport.of(Inbox.over(DemoInbox.create()), clock, 100, (done, known) -> {})
                .writeTo(file))
        .isTrue();
    browser = Browser.start(folder.resolve("profile"));
    for (var domain : List.of("Network", "Log", "Page", "Runtime")) {
      call(domain + ".enable", NOTHING);
    }
    call("Page.navigate", Map.of("url", file.toUri().toString()));
    browser.await("Page.loadEventFired", this::hear);
  }

  @AfterEach
  void closeThePage() throws IOException {
    browser.close();
  }

  @Test
  void the_page_loads_alone_and_without_a_complaint() throws Exception {
    assertThat(text("document.title")).isEqualTo("Inbox report: Example Account");
    assertThat(number("document.querySelectorAll('svg').length")).isEqualTo(5);
    assertThat(requests).hasSize(1).allSatisfy(url -> assertThat(url).startsWith("file:"));
    assertThat(complaints).isEmpty();
  }

  @Test
  void it_fits_a_phone_a_desk_and_paper() throws Exception {
    for (int width : new int[] {320, 375, 768, 1440}) {
      look(width, "screen", "light");
      assertThat(number("document.documentElement.scrollWidth")).isLessThanOrEqualTo(width);
      assertThat(number("Math.min(...[...document.querySelectorAll('svg')].map(s=>s.clientWidth))"))
          .isGreaterThan(240);
      assertThat(
              number(
                  "Math.max(...[...document.querySelectorAll('.table')]"
                      + ".map(t=>t.scrollWidth-t.clientWidth))"))
          .as("what a table hides at its side, at a width of %d", width)
          .isZero();
    }
    look(720, "print", "dark");
    assertThat(text("getComputedStyle(document.body).backgroundColor"))
        .isEqualTo("rgb(255, 255, 255)");
  }

  @Test
  void light_and_dark_both_have_contrast_in_text_and_in_plots() throws Exception {
    for (var scheme : List.of("light", "dark")) {
      look(1024, "screen", scheme);
      var paper = "getComputedStyle(document.body).backgroundColor";
      assertThat(contrast("getComputedStyle(document.body).color", paper)).isGreaterThan(7);
      assertThat(contrast("getComputedStyle(document.querySelector('p')).color", paper))
          .isGreaterThan(4.5);
      assertThat(contrast(fill(1), paper)).as("letters of a plot").isGreaterThan(7);
      for (int series = 11; series <= 14; series++) {
        assertThat(contrast(fill(series), paper)).as("bars of %d", series).isGreaterThan(3);
      }
    }
  }

  private static String fill(int role) {
    return "getComputedStyle(document.querySelector('svg [fill=\"rgb(%1$d,%1$d,%1$d)\"]')).fill"
        .formatted(role);
  }

  /** The contrast of two colours, as the accessibility guidelines (WCAG 2) reckon it. */
  private double contrast(String one, String other) throws IOException, InterruptedException {
    var script =
        "(()=>{const l=c=>{const v=c.match(/[\\d.]+/g).slice(0,3).map(x=>x/255).map("
            + "x=>x<=.03928?x/12.92:((x+.055)/1.055)**2.4);"
            + "return .2126*v[0]+.7152*v[1]+.0722*v[2]};"
            + "const [a,b]=[l(%s),l(%s)].sort((x,y)=>y-x);return (a+.05)/(b+.05)})()";
    return evaluate(script.formatted(one, other)).asDouble();
  }

  private void look(int width, String medium, String scheme) throws Exception {
    call(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 800, "deviceScaleFactor", 1, "mobile", width < 500));
    call(
        "Emulation.setEmulatedMedia",
        Map.of(
            "media",
            medium,
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  private String text(String expression) throws IOException, InterruptedException {
    return evaluate(expression).asText();
  }

  private int number(String expression) throws IOException, InterruptedException {
    return evaluate(expression).asInt();
  }

  private JsonNode evaluate(String expression) throws IOException, InterruptedException {
    var result = call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true));
    assertThat(result.has("exceptionDetails")).as(result.toString()).isFalse();
    return result.path("result").path("value");
  }

  private JsonNode call(String method, Map<String, Object> parameters)
      throws IOException, InterruptedException {
    return browser.call(method, parameters, this::hear);
  }

  private void hear(String event, JsonNode parameters) {
    if (event.equals("Network.requestWillBeSent")) {
      requests.add(parameters.path("request").path("url").asText());
    } else if (event.equals("Log.entryAdded") || event.equals("Runtime.exceptionThrown")) {
      complaints.add(parameters.toString());
    }
  }
}
