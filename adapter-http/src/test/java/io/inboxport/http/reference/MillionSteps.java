package io.inboxport.http.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.testkit.sandbox.Dialect;
import org.junit.jupiter.api.Test;

/**
 * The walk of {@link DifferentialTest} for a million steps; it prints what it did. Its name keeps
 * it out of the build; run it with {@code mvn test -pl adapter-http -am -Dtest=MillionSteps
 * -Dsurefire.failIfNoSpecifiedTests=false}, and with {@code -Dinboxport.seed=N} to repeat a walk.
 */
class MillionSteps {
  @Test
  void the_three_inboxes_agree_after_every_step() {
    var walk = StepWalk.of(20_500, Dialect.documented());

    System.out.println(walk.report());
    assertThat(walk.steps()).isGreaterThan(1_000_000);
  }
}
