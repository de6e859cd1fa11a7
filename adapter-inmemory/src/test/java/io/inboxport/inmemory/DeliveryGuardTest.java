package io.inboxport.inmemory;

import static io.inboxport.event.DeliveryVerdict.HANDLED;
import static io.inboxport.event.DeliveryVerdict.IN_HAND;
import static io.inboxport.event.DeliveryVerdict.REPEATED;
import static io.inboxport.event.DeliveryVerdict.STALE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inboxport.event.DeliveryDigest;
import io.inboxport.event.DeliveryGuard;
import io.inboxport.event.DeliveryVerdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A delivery is handled once, unless it was not handled to the end. */
class DeliveryGuardTest {
  private static final Instant NOON = Instant.parse("2026-03-20T12:00:00Z");
  private static final DeliveryDigest DIGEST = DeliveryDigest.of(new byte[] {1});

  private final SettableClock clock = SettableClock.at(NOON);
  private final DeliveryGuard guard = DeliveryGuard.over(new InMemoryDeliveryStore(), clock);
  private final List<String> handled = new ArrayList<>();

  private DeliveryVerdict comes(@Nullable Instant time) {
    return guard.handle(DIGEST, time, () -> handled.add("once"));
  }

  @Test
  void a_delivery_that_comes_twice_is_handled_once() {
    assertThat(comes(NOON)).isEqualTo(HANDLED);
    assertThat(comes(NOON)).isEqualTo(REPEATED);
    clock.advance(Duration.ofDays(6));
    assertThat(comes(NOON)).isEqualTo(REPEATED);
    assertThat(handled).hasSize(1);
  }

  @Test
  void a_delivery_is_fresh_for_a_week_to_either_side() {
    assertThat(comes(NOON.minus(Duration.ofDays(7)).minusSeconds(1))).isEqualTo(STALE);
    assertThat(comes(NOON.plus(Duration.ofDays(7)).plusSeconds(1))).isEqualTo(STALE);
    assertThat(handled).isEmpty();
    assertThat(comes(NOON.minus(Duration.ofDays(7)))).isEqualTo(HANDLED);
  }

  @Test
  void the_freshness_can_be_set() {
    var strict = guard.freshFor(Duration.ofSeconds(30));

    assertThat(strict.handle(DIGEST, NOON.minusSeconds(31), () -> {})).isEqualTo(STALE);
    assertThat(strict.handle(DIGEST, NOON.minusSeconds(30), () -> {})).isEqualTo(HANDLED);
  }

  @Test
  void a_delivery_without_a_time_is_fresh() {
    assertThat(comes(null)).isEqualTo(HANDLED);
    assertThat(comes(null)).isEqualTo(REPEATED);
  }

  @Test
  void a_delivery_whose_handler_fails_is_handled_when_it_comes_again() {
    assertThatThrownBy(
            () ->
                guard.handle(
                    DIGEST,
                    NOON,
                    () -> {
                      throw new IllegalStateException("no database");
                    }))
        .hasMessage("no database");

    assertThat(comes(NOON)).isEqualTo(HANDLED);
  }

  @Test
  void a_delivery_that_comes_while_it_is_handled_has_to_come_again() {
    var during = new ArrayList<DeliveryVerdict>();
    var first = guard.handle(DIGEST, NOON, () -> during.add(comes(NOON)));

    assertThat(during).containsExactly(IN_HAND);
    assertThat(first).isEqualTo(HANDLED);
    assertThat(handled).isEmpty();
  }

  @Test
  void a_delivery_whose_process_died_is_handled_once_the_claim_is_over() {
    var store = new InMemoryDeliveryStore();
    var other = DeliveryGuard.over(store, clock).claimingFor(Duration.ofSeconds(30));
    store.claim(DIGEST, NOON, NOON.plusSeconds(30));

    clock.advance(Duration.ofSeconds(29));
    assertThat(other.handle(DIGEST, NOON, () -> {})).isEqualTo(IN_HAND);
    clock.advance(Duration.ofSeconds(1));
    assertThat(other.handle(DIGEST, NOON, () -> {})).isEqualTo(HANDLED);
  }

  @Test
  void nothing_is_forgotten_that_could_still_come_as_fresh() {
    var fromTheFuture = NOON.plus(Duration.ofDays(7));
    assertThat(comes(fromTheFuture)).isEqualTo(HANDLED);

    clock.advance(Duration.ofDays(14));
    assertThat(guard.forget()).isZero();
    assertThat(comes(fromTheFuture)).isEqualTo(REPEATED);

    clock.advance(Duration.ofSeconds(1));
    assertThat(guard.forget()).isEqualTo(1);
    assertThat(comes(fromTheFuture)).isEqualTo(STALE);
  }

  @Test
  void lengths_that_make_no_sense_are_refused() {
    for (var length : List.of(Duration.ZERO, Duration.ofSeconds(-1), Duration.ofDays(401))) {
      assertThatThrownBy(() -> guard.freshFor(length)).isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> guard.claimingFor(length))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
