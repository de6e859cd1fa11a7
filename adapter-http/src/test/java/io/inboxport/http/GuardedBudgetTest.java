package io.inboxport.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.budget.RequestBudget;
import io.inboxport.budget.RequestKind;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A budget of the embedder that fails after the request. */
class GuardedBudgetTest {
  private final GuardedBudget guarded = new GuardedBudget(new Failing());
  private final CapturedLog log = CapturedLog.open();

  @AfterEach
  void close() {
    log.close();
  }

  @Test
  void a_permit_that_cannot_be_ended_is_told_to_the_log_without_what_it_says() {
    guarded.end(
        () -> {
          throw new IllegalStateException("secret");
        });

    assertThatTheFailureIsTold();
  }

  @Test
  void a_permit_that_cannot_be_given_back_is_told_to_the_log_without_what_it_says() {
    guarded.giveBack(
        () -> {
          throw new IllegalStateException("secret");
        });

    assertThatTheFailureIsTold();
  }

  @Test
  void a_permit_that_cannot_be_abandoned_is_told_to_the_log_without_what_it_says() {
    guarded.abandon(
        () -> {
          throw new IllegalStateException("secret");
        });

    assertThatTheFailureIsTold();
  }

  @Test
  void an_error_of_a_store_after_the_request_is_told_to_the_log_and_does_not_escape() {
    guarded.end(
        () -> {
          throw new NoClassDefFoundError("secret");
        });

    assertThat(log.lines())
        .anyMatch(line -> line.contains("The request budget threw java.lang.NoClassDefFoundError"))
        .noneMatch(line -> line.contains("secret"));
  }

  @Test
  void a_block_that_cannot_be_kept_is_told_to_the_log_without_what_it_says() {
    guarded.block(Duration.ofMinutes(15));

    assertThatTheFailureIsTold();
  }

  private void assertThatTheFailureIsTold() {
    assertThat(log.lines())
        .anyMatch(line -> line.contains("The request budget threw java.lang.IllegalStateException"))
        .noneMatch(line -> line.contains("secret"));
  }

  private static final class Failing implements RequestBudget {
    @Override
    public Permit reserve(RequestKind kind, Duration patience, Duration lease) {
      throw new IllegalStateException("secret");
    }

    @Override
    public void block(Duration pause) {
      throw new IllegalStateException("secret");
    }
  }
}
