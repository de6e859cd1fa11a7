package io.inboxport.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Code of the guides, which stands line by line in sources that the build compiles and runs. */
final class GuideCode {
  static final Path HOUSE = Path.of(System.getProperty("house.root"));

  private static final Path TESTS =
      HOUSE.resolve("consumer-tests/src/test/java/io/inboxport/consumer");
  private static final Path SPRING =
      HOUSE.resolve("consumer-tests/src/it/consumers/spring-beans/src/test/java/com/example");
  private static final List<Path> SOURCES =
      List.of(
          TESTS.resolve("ReadmeTest.java"),
          TESTS.resolve("ParcelDeskTest.java"),
          TESTS.resolve("ParcelDesk.java"),
          TESTS.resolve("MyGatewayTest.java"),
          SPRING.resolve("InboxBeans.java"),
          SPRING.resolve("SpringBeansTest.java"));
  private static final Pattern JAVA_BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  private GuideCode() {}

  /** Checks that each part of the Java code of this guide stands in a source. Returns how many. */
  static int standsInSources(String guide) throws IOException {
    var sources = sources();
    var parts =
        JAVA_BLOCK
            .matcher(Files.readString(HOUSE.resolve(guide)))
            .results()
            .flatMap(block -> Stream.of(block.group(1).split("\n\n")))
            .map(part -> lines(part).collect(Collectors.joining("\n")))
            .toList();
    for (var part : parts) {
      if (part.startsWith("import ")) {
        // A guide names those that it needs; a source has more between them.
        assertThat(part.lines()).allSatisfy(line -> assertThat(sources).contains(line));
      } else {
        assertThat(sources).contains(part);
      }
    }
    return parts.size();
  }

  private static String sources() throws IOException {
    var all = new StringBuilder();
    for (var source : SOURCES) {
      all.append(lines(Files.readString(source)).collect(Collectors.joining("\n"))).append('\n');
    }
    return all.toString();
  }

  private static Stream<String> lines(String text) {
    return text.lines().map(String::strip).filter(line -> !line.isEmpty());
  }

  /** Checks that the tests of this class pass. */
  static void runs(Class<?> tests) {
    var listener = new SummaryGeneratingListener();
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request().selectors(selectClass(tests)).build(),
            listener);
    var failures = new StringWriter();
    for (var failure : listener.getSummary().getFailures()) {
      failure.getException().printStackTrace(new PrintWriter(failures, true));
    }
    assertThat(failures.toString()).isEmpty();
    assertThat(listener.getSummary().getTestsSucceededCount()).isPositive();
  }
}
