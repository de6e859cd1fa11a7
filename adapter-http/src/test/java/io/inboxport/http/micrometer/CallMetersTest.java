package io.inboxport.http.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.call.Operation;
import io.inboxport.http.CallListener.Attempted;
import io.inboxport.http.CallListener.Called;
import io.inboxport.http.CallOutcome;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CallMetersTest {
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final CallMeters meters = CallMeters.in(registry);

  @Test
  void attempts_are_timed_by_operation_outcome_and_status_and_so_is_their_wait() {
    meters.onAttempt(attempt(1, 503, CallOutcome.UNAVAILABLE));
    meters.onAttempt(attempt(2, 200, CallOutcome.SUCCESS));
    meters.onAttempt(attempt(1, 200, CallOutcome.SUCCESS));

    assertThat(
            registry
                .get("inboxport.attempts")
                .tags("operation", "list", "outcome", "SUCCESS", "status", "200")
                .timer()
                .count())
        .isEqualTo(2);
    var waits = registry.get("inboxport.budget.wait").tag("operation", "list").timer();
    assertThat(waits.totalTime(TimeUnit.SECONDS)).isEqualTo(9);
  }

  @Test
  void calls_are_timed_by_operation_and_outcome() {
    meters.onCall(
        new Called(
            Operation.ADD_NOTE,
            1,
            Duration.ZERO,
            Duration.ofSeconds(2),
            CallOutcome.OUTCOME_UNKNOWN));

    var calls =
        registry
            .get("inboxport.calls")
            .tags("operation", "add_note", "outcome", "OUTCOME_UNKNOWN")
            .timer();
    assertThat(calls.count()).isEqualTo(1);
    assertThat(calls.totalTime(TimeUnit.SECONDS)).isEqualTo(2);
  }

  @Test
  void common_tags_tell_two_gateways_apart_and_each_meter_describes_itself() {
    var acme = CallMeters.in(registry, Tags.of("gateway", "acme"));
    acme.onAttempt(attempt(1, 200, CallOutcome.SUCCESS));
    meters.onAttempt(attempt(1, 200, CallOutcome.SUCCESS));

    assertThat(registry.get("inboxport.attempts").tag("gateway", "acme").timer().count())
        .isEqualTo(1);
    assertThat(registry.getMeters())
        .isNotEmpty()
        .allSatisfy(meter -> assertThat(meter.getId().getDescription()).isNotBlank());
  }

  private static Attempted attempt(int number, int status, CallOutcome outcome) {
    return new Attempted(
        Operation.LIST, number, Duration.ofSeconds(3), Duration.ofSeconds(1), status, outcome);
  }
}
