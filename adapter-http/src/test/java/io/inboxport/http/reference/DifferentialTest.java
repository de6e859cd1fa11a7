package io.inboxport.http.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.call.Operation;
import io.inboxport.testkit.sandbox.Dialect;
import org.junit.jupiter.api.Test;

/**
 * Random sequences end the same on all three inboxes, step by step. {@link MillionSteps} is the
 * same walk, and longer.
 */
class DifferentialTest {
  @Test
  void the_three_inboxes_agree_after_every_step() {
    var walk = StepWalk.of(250, Dialect.documented());

    assertThat(walk.steps()).as(walk.report()).isGreaterThan(10_000);
    for (var operation : Operation.ofInbox()) {
      // Enough of each to have shown something, sound input and unsound.
      assertThat(walk.ends())
          .as(walk.report())
          .hasEntrySatisfying(operation + " success", n -> assertThat(n).isGreaterThan(50))
          .containsKey(operation + (operation.isWrite() ? " OutcomeUnknown" : " Unavailable"))
          .containsKey(operation + " Rejected");
    }
  }

  @Test
  void they_agree_too_if_the_server_writes_what_php_writes() {
    var walk = StepWalk.of(60, Dialect.php());

    assertThat(walk.steps()).as(walk.report()).isGreaterThan(2_000);
  }
}
