package io.inboxport.http.micrometer;

import io.inboxport.http.CallListener;
import io.inboxport.port.Operation;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;
import java.util.Objects;

/**
 * Measures calls in a Micrometer registry. Thread-safe; one may serve many gateways.
 *
 * <ul>
 *   <li>{@code inboxport.calls}: a timer of whole calls, by {@code operation} and {@code outcome};
 *   <li>{@code inboxport.attempts}: a timer of attempts, by {@code operation}, {@code outcome} and
 *       {@code status}, which is 0 where no answer came;
 *   <li>{@code inboxport.budget.wait}: a timer of how long attempts waited for the request budget,
 *       by {@code operation}; a wait that ended without a request is not in it, see {@link
 *       io.inboxport.http.CallListener.Called#budgetWait}.
 * </ul>
 *
 * <p>The operation is in lower case: {@code set_status}. The outcome is {@code Success}, or the
 * kind of {@link io.inboxport.InboxException}, or of an attempt {@code Error}.
 */
public final class CallMeters implements CallListener {
  private final MeterRegistry registry;

  private CallMeters(MeterRegistry registry) {
    this.registry = Objects.requireNonNull(registry, "registry");
  }

  /** Measures in this registry. */
  public static CallMeters in(MeterRegistry registry) {
    return new CallMeters(registry);
  }

  @Override
  public void onAttempt(Attempted attempt) {
    var operation = name(attempt.operation());
    timer(
            "inboxport.attempts",
            "operation",
            operation,
            "outcome",
            attempt.outcome(),
            "status",
            Integer.toString(attempt.status()))
        .record(attempt.duration());
    timer("inboxport.budget.wait", "operation", operation).record(attempt.budgetWait());
  }

  @Override
  public void onCall(Called call) {
    timer("inboxport.calls", "operation", name(call.operation()), "outcome", call.outcome())
        .record(call.duration());
  }

  // The registry knows its meters: asking again finds the same one.
  private Timer timer(String name, String... tags) {
    return registry.timer(name, tags);
  }

  private static String name(Operation operation) {
    return operation.name().toLowerCase(Locale.ROOT);
  }
}
