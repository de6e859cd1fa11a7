package io.inboxport.testkit.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Run of a test class by JUnit itself, as an IDE or a build makes it. */
final class JupiterRun {
  private final TestExecutionSummary summary;

  private JupiterRun(TestExecutionSummary summary) {
    this.summary = summary;
  }

  static JupiterRun of(Class<?> tests) {
    return of(tests, Map.of());
  }

  static JupiterRun inParallel(Class<?> tests, int threads) {
    return of(
        tests,
        Map.of(
            "junit.jupiter.execution.parallel.enabled", "true",
            "junit.jupiter.execution.parallel.mode.default", "concurrent",
            "junit.jupiter.execution.parallel.config.strategy", "fixed",
            "junit.jupiter.execution.parallel.config.fixed.parallelism", "" + threads));
  }

  private static JupiterRun of(Class<?> tests, Map<String, String> configuration) {
    var listener = new SummaryGeneratingListener();
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(tests))
                .configurationParameters(configuration)
                .build(),
            listener);
    return new JupiterRun(listener.getSummary());
  }

  long succeeded() {
    return summary.getTestsSucceededCount();
  }

  long failed() {
    return summary.getTotalFailureCount();
  }

  /** The failures as a build prints them, stack traces included. */
  String printed() {
    var text = new StringWriter();
    var writer = new PrintWriter(text);
    summary.getFailures().forEach(failure -> failure.getException().printStackTrace(writer));
    writer.flush();
    return text.toString();
  }
}
