package io.inboxport.http.micrometer;

import io.inboxport.call.Operation;
import io.inboxport.http.CallListener;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;
import java.util.Objects;

/**
 * Measures calls in a Micrometer registry. Thread-safe; one may serve many gateways.
 *
 * <ul>
 *   <li>{@code inboxport.calls}: a timer of whole calls, by {@code operation} and {@code outcome};
 *   <li>{@code inboxport.attempts}: a timer of attempts, by {@code operation}, {@code outcome} and
 *       {@code status}, which is 0 if no answer came;
 *   <li>{@code inboxport.budget.wait}: a timer of how long attempts waited for the request budget,
 *       by {@code operation}; a wait that ended without a request is not in it, see {@link
 *       io.inboxport.http.CallListener.Called#budgetWait}.
 * </ul>
 *
 * <p>The operation is in lower case: {@code set_status}. The outcome is a constant of {@link
 * io.inboxport.http.CallOutcome}: {@code SUCCESS}, {@code RATE_LIMITED}.
 */
public final class CallMeters implements CallListener {
  private final MeterRegistry registry;
  private final Tags common;

  private CallMeters(MeterRegistry registry, Tags common) {
    this.registry = Objects.requireNonNull(registry, "registry");
    this.common = Objects.requireNonNull(common, "common");
  }

  /** Measures in this registry. */
  public static CallMeters in(MeterRegistry registry) {
    return in(registry, Tags.empty());
  }

  /**
   * Measures in this registry, and adds these tags to every meter: they tell several gateways
   * apart, such as {@code Tags.of("gateway", "acme")}.
   */
  public static CallMeters in(MeterRegistry registry, Iterable<Tag> common) {
    return new CallMeters(registry, Tags.of(common));
  }

  @Override
  public void onAttempt(Attempted attempt) {
    var operation = name(attempt.operation());
    timer(
            "inboxport.attempts",
            "Attempts: one request each, answered or not",
            "operation",
            operation,
            "outcome",
            attempt.outcome().name(),
            "status",
            Integer.toString(attempt.status()))
        .record(attempt.duration());
    timer(
            "inboxport.budget.wait",
            "Time that attempts waited for the request budget",
            "operation",
            operation)
        .record(attempt.budgetWait());
  }

  @Override
  public void onCall(Called call) {
    timer(
            "inboxport.calls",
            "Calls with all their attempts and waits",
            "operation",
            name(call.operation()),
            "outcome",
            call.outcome().name())
        .record(call.duration());
  }

  // The registry knows its meters: asking again finds the same one.
  private Timer timer(String name, String description, String... tags) {
    return Timer.builder(name).description(description).tags(common).tags(tags).register(registry);
  }

  private static String name(Operation operation) {
    return operation.name().toLowerCase(Locale.ROOT);
  }
}
