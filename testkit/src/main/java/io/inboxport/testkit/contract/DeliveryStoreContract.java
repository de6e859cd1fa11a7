package io.inboxport.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.event.DeliveryClaim;
import io.inboxport.event.DeliveryDigest;
import io.inboxport.event.DeliveryStore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The contract of {@link DeliveryStore} as a JUnit 5 class: extend it, and give it the data of a
 * new account each time it asks. Lifecycle methods of the subclass run around each scenario.
 */
@Timeout(120)
public abstract class DeliveryStoreContract {
  private static final Instant NOON = Instant.parse("2026-03-20T12:00:00Z");
  private static final Instant SOON = NOON.plusSeconds(60);
  private static final DeliveryDigest FIRST = digest("first");
  private static final DeliveryDigest SECOND = digest("second");

  /** Creates the contract. */
  protected DeliveryStoreContract() {}

  /**
   * The data of an account without deliveries. Each store that it gives is that of another process;
   * two of these are two accounts, which may share whatever holds the data.
   */
  protected abstract Supplier<DeliveryStore> freshAccount();

  private static DeliveryDigest digest(String body) {
    return DeliveryDigest.of(body.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  final void a_delivery_that_comes_first_is_taken() {
    var store = freshAccount().get();

    assertThat(store.claim(FIRST, NOON, SOON)).isEqualTo(DeliveryClaim.TAKEN);
    assertThat(store.claim(SECOND, NOON, SOON)).isEqualTo(DeliveryClaim.TAKEN);
  }

  @Test
  final void a_delivery_that_is_being_handled_is_in_hand_in_every_process() {
    var account = freshAccount();
    account.get().claim(FIRST, NOON, SOON);

    assertThat(account.get().claim(FIRST, NOON, SOON)).isEqualTo(DeliveryClaim.IN_HAND);
    assertThat(account.get().claim(FIRST, SOON.minusMillis(1), SOON.plusSeconds(1)))
        .isEqualTo(DeliveryClaim.IN_HAND);
  }

  @Test
  final void a_delivery_that_was_handled_is_settled_in_every_process_for_good() {
    var account = freshAccount();
    var store = account.get();
    store.claim(FIRST, NOON, SOON);
    store.settle(FIRST);

    assertThat(account.get().claim(FIRST, NOON, SOON)).isEqualTo(DeliveryClaim.SETTLED);
    assertThat(account.get().claim(FIRST, NOON.plus(Duration.ofDays(300)), SOON))
        .isEqualTo(DeliveryClaim.SETTLED);
    assertThat(account.get().claim(SECOND, NOON, SOON)).isEqualTo(DeliveryClaim.TAKEN);
  }

  @Test
  final void a_claim_whose_time_is_over_is_taken_by_the_next_delivery() {
    var account = freshAccount();
    account.get().claim(FIRST, NOON, SOON);

    assertThat(account.get().claim(FIRST, SOON, SOON.plusSeconds(60)))
        .isEqualTo(DeliveryClaim.TAKEN);
    assertThat(account.get().claim(FIRST, SOON, SOON.plusSeconds(60)))
        .isEqualTo(DeliveryClaim.IN_HAND);
  }

  @Test
  final void a_claim_that_is_given_back_is_free_at_once() {
    var account = freshAccount();
    account.get().claim(FIRST, NOON, SOON);
    account.get().release(FIRST, SOON);

    assertThat(account.get().claim(FIRST, NOON, SOON)).isEqualTo(DeliveryClaim.TAKEN);
  }

  @Test
  final void giving_back_an_older_claim_takes_nothing_from_a_newer_one() {
    var store = freshAccount().get();
    store.claim(FIRST, NOON, SOON);
    store.claim(FIRST, SOON, SOON.plusSeconds(60));

    store.release(FIRST, SOON);

    assertThat(store.claim(FIRST, SOON, SOON.plusSeconds(60))).isEqualTo(DeliveryClaim.IN_HAND);
  }

  @Test
  final void what_was_handled_cannot_be_given_back() {
    var store = freshAccount().get();
    store.claim(FIRST, NOON, SOON);
    store.settle(FIRST);

    store.release(FIRST, SOON);

    assertThat(store.claim(FIRST, NOON, SOON)).isEqualTo(DeliveryClaim.SETTLED);
  }

  @Test
  final void settling_or_giving_back_what_never_came_does_nothing() {
    var store = freshAccount().get();

    store.settle(FIRST);
    store.release(FIRST, SOON);

    assertThat(store.claim(FIRST, NOON, SOON)).isEqualTo(DeliveryClaim.TAKEN);
  }

  @Test
  final void two_accounts_do_not_know_each_others_deliveries() {
    var one = freshAccount().get();
    var other = freshAccount().get();
    one.claim(FIRST, NOON, SOON);

    assertThat(other.claim(FIRST, NOON, SOON)).isEqualTo(DeliveryClaim.TAKEN);
    other.settle(FIRST);
    assertThat(one.claim(FIRST, NOON, SOON)).isEqualTo(DeliveryClaim.IN_HAND);
    assertThat(other.forget(SOON.plusSeconds(1))).isEqualTo(1);
    assertThat(one.claim(FIRST, NOON, SOON)).isEqualTo(DeliveryClaim.IN_HAND);
  }

  @Test
  final void deliveries_are_forgotten_by_the_time_at_which_they_were_seen_first() {
    var store = freshAccount().get();
    store.claim(FIRST, NOON, SOON);
    store.claim(FIRST, SOON, SOON.plusSeconds(60));
    store.claim(SECOND, SOON, SOON.plusSeconds(60));
    store.settle(FIRST);
    store.settle(SECOND);

    assertThat(store.forget(NOON)).isZero();
    assertThat(store.forget(NOON.plusMillis(1))).isEqualTo(1);
    assertThat(store.claim(SECOND, SOON, SOON)).isEqualTo(DeliveryClaim.SETTLED);
    assertThat(store.claim(FIRST, SOON, SOON.plusSeconds(60))).isEqualTo(DeliveryClaim.TAKEN);
  }

  @Test
  final void of_many_that_claim_at_once_one_gets_it() throws Exception {
    var account = freshAccount();
    int threads = 8;
    var pool = Executors.newFixedThreadPool(threads);
    try {
      for (int round = 0; round < 10; round++) {
        var digest = digest("round " + round);
        var claims = new ArrayList<Callable<DeliveryClaim>>();
        for (int i = 0; i < threads; i++) {
          var store = account.get();
          claims.add(() -> store.claim(digest, NOON, SOON));
        }
        int taken = 0;
        for (var claim : pool.invokeAll(claims)) {
          taken += claim.get() == DeliveryClaim.TAKEN ? 1 : 0;
        }

        assertThat(taken).isEqualTo(1);
      }
    } finally {
      pool.shutdownNow();
    }
  }
}
