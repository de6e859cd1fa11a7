package io.inboxport.budget.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.budget.RequestLimits;
import io.inboxport.budget.shared.BudgetExchange.PermitEnd;
import io.inboxport.budget.shared.BudgetExchange.RememberedRequest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Requests of a process with a grace of a minute; times are nanoseconds. */
class OwnRequestsTest {
  private static final long MILLI = Duration.ofMillis(1).toNanos();
  private static final long NOW = Duration.ofSeconds(1_000).toNanos();
  private static final long LEASE = Duration.ofSeconds(20).toNanos();
  private static final long GRACE = Duration.ofMinutes(1).toNanos();
  private static final long WINDOW = Duration.ofMinutes(1).plusMillis(250).toNanos();

  private final OwnRequests own = new OwnRequests(RequestLimits.documented());

  /** A request whose permit was asked for 100 milliseconds before it was granted. */
  private void granted(long permit) {
    own.granted(permit, true, NOW - 100 * MILLI, NOW, LEASE);
  }

  @Test
  void a_request_under_way_is_counted_at_the_end_of_its_lease_and_grace_at_the_latest() {
    granted(7);

    assertThat(own.remembered(NOW + 5 * MILLI))
        .containsExactly(new RememberedRequest(7, true, 106, 20_000 + 60_000 - 5 + 1));
    assertThat(own.isEmpty(NOW + LEASE + GRACE + WINDOW - 1)).isFalse();
    assertThat(own.isEmpty(NOW + LEASE + GRACE + WINDOW)).isTrue();
  }

  @Test
  void an_answered_request_is_counted_at_its_answer() {
    granted(7);

    own.ended(7, PermitEnd.Kind.ANSWERED, NOW + 2 * MILLI);

    assertThat(own.remembered(NOW + 5 * MILLI))
        .containsExactly(new RememberedRequest(7, true, 106, -2));
    assertThat(own.isEmpty(NOW + 2 * MILLI + WINDOW - 1)).isFalse();
    assertThat(own.isEmpty(NOW + 2 * MILLI + WINDOW)).isTrue();
  }

  @Test
  void a_request_that_was_given_up_is_counted_at_the_end_of_its_grace() {
    granted(7);

    own.ended(7, PermitEnd.Kind.ABANDONED, NOW + 2 * MILLI);

    assertThat(own.remembered(NOW + 5 * MILLI))
        .containsExactly(new RememberedRequest(7, true, 106, 60_000 - 3 + 1));
  }

  @Test
  void a_permit_that_was_given_back_is_remembered_as_an_end_alone() {
    granted(7);

    own.ended(7, PermitEnd.Kind.CANCELLED, NOW);

    assertThat(own.remembered(NOW)).isEmpty();
    assertThat(own.ends(NOW + 5 * MILLI + 999_999))
        .containsExactly(new PermitEnd(7, PermitEnd.Kind.CANCELLED, 5));
  }

  @Test
  void an_end_is_told_until_the_store_has_heard_it() {
    own.ended(7, PermitEnd.Kind.ANSWERED, NOW);
    own.ended(8, PermitEnd.Kind.CANCELLED, NOW);

    own.heard(List.of(new PermitEnd(7, PermitEnd.Kind.ANSWERED, 0)));
    own.heard(List.of(new PermitEnd(8, PermitEnd.Kind.ANSWERED, 0)));
    own.heard(List.of(new PermitEnd(9, PermitEnd.Kind.ANSWERED, 0)));

    assertThat(own.ends(NOW)).containsExactly(new PermitEnd(8, PermitEnd.Kind.CANCELLED, 0));
    assertThat(own.hasEnds()).isTrue();
  }
}
