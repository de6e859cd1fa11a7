package io.inboxport.budget.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Permits in advance, five at the most; times are nanoseconds. */
class ReadAheadTest {
  private static final long NOW = Duration.ofSeconds(100).toNanos();
  private static final long CLOSELY = Duration.ofMillis(20).toNanos();

  private final ReadAhead ahead = new ReadAhead(5);
  private final List<Long> unused = new ArrayList<>();

  @Test
  void it_takes_twice_as_many_with_each_exchange_that_follows_closely_and_grants_all() {
    var next = new ArrayList<Integer>();
    for (int i = 0; i < 5; i++) {
      ahead.learn(true, NOW + i * (CLOSELY - 1));
      next.add(ahead.next());
    }

    assertThat(next).containsExactly(0, 1, 2, 4, 5);
  }

  @Test
  void it_takes_none_after_a_pause_or_after_an_exchange_that_did_not_grant_all() {
    ahead.learn(true, NOW);
    ahead.learn(true, NOW + CLOSELY);
    assertThat(ahead.next()).isZero();

    ahead.learn(true, NOW + CLOSELY + 1);
    assertThat(ahead.next()).isEqualTo(1);
    ahead.learn(false, NOW + CLOSELY + 2);
    assertThat(ahead.next()).isZero();
    ahead.learn(true, NOW + CLOSELY + 3);
    assertThat(ahead.next()).isZero();
  }

  @Test
  void a_permit_serves_a_request_with_no_longer_lease_while_it_is_kept() {
    ahead.keep(7, 1_000, NOW);

    assertThat(ahead.take(1_001, NOW)).isZero();
    assertThat(ahead.take(1_000, NOW + ReadAhead.KEPT)).isZero();
    assertThat(ahead.take(1_000, NOW + ReadAhead.KEPT - 1)).isEqualTo(7);
    assertThat(ahead.isEmpty()).isTrue();
  }

  @Test
  void a_permit_is_given_back_when_its_time_is_over_and_no_sooner() {
    ahead.keep(7, 1_000, NOW);
    ahead.keep(8, 1_000, NOW + 1);

    ahead.drop(NOW + ReadAhead.KEPT - 1, unused::add);
    assertThat(unused).isEmpty();
    ahead.drop(NOW + ReadAhead.KEPT, unused::add);
    assertThat(unused).containsExactly(7L);
    assertThat(ahead.isEmpty()).isFalse();
  }

  @Test
  void all_are_given_back_once() {
    ahead.keep(7, 1_000, NOW);
    ahead.keep(8, 1_000, NOW);

    ahead.dropAll(unused::add);
    ahead.dropAll(unused::add);

    assertThat(unused).containsExactly(7L, 8L);
    assertThat(ahead.isEmpty()).isTrue();
  }

  @Test
  void a_permit_that_was_not_used_ends_the_taking_in_advance() {
    ahead.learn(true, NOW);
    ahead.learn(true, NOW + 1);
    ahead.keep(7, 1_000, NOW + 1);
    assertThat(ahead.next()).isEqualTo(1);

    ahead.drop(NOW + 1 + ReadAhead.KEPT, unused::add);

    assertThat(ahead.next()).isZero();
  }
}
