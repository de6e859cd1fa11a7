package io.inboxport.http.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.http.CallListener.Attempted;
import io.inboxport.http.CallListener.Called;
import io.inboxport.port.Operation;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CallMetersTest {
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final CallMeters meters = CallMeters.in(registry);

  @Test
  void attempts_are_timed_by_operation_outcome_and_status_and_so_is_their_wait() {
    meters.onAttempt(attempt(1, 503, "Unavailable"));
    meters.onAttempt(attempt(2, 200, "Success"));
    meters.onAttempt(attempt(1, 200, "Success"));

    assertThat(
            registry
                .get("inboxport.attempts")
                .tags("operation", "list", "outcome", "Success", "status", "200")
                .timer()
                .count())
        .isEqualTo(2);
    var waits = registry.get("inboxport.budget.wait").tag("operation", "list").timer();
    assertThat(waits.totalTime(TimeUnit.SECONDS)).isEqualTo(9);
  }

  @Test
  void calls_are_timed_by_operation_and_outcome() {
    meters.onCall(
        new Called(Operation.ADD_NOTE, 1, Duration.ZERO, Duration.ofSeconds(2), "OutcomeUnknown"));

    var calls =
        registry
            .get("inboxport.calls")
            .tags("operation", "add_note", "outcome", "OutcomeUnknown")
            .timer();
    assertThat(calls.count()).isEqualTo(1);
    assertThat(calls.totalTime(TimeUnit.SECONDS)).isEqualTo(2);
  }

  private static Attempted attempt(int number, int status, String outcome) {
    return new Attempted(
        Operation.LIST, number, Duration.ofSeconds(3), Duration.ofSeconds(1), status, outcome);
  }
}
