package io.inboxport.event;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Guard that handles each delivery once, though it comes twice, late, or from a stranger who
 * recorded it. It goes by the hash of the signed bytes, and by the signed time in them.
 *
 * <p>A delivery is remembered when it was handled. If the process dies before that, the next
 * delivery of it is handled, once the claim is over: at least once, never lost.
 *
 * <p>A delivery is fresh for 7 days to either side of its time, unless set: a vendor may try for
 * long, and its clock may be wrong. It is forgotten after twice that since it was first seen, and
 * not before it is stale: a delivery from the future is fresh for that long. One without a time is
 * always fresh, so that after that a copy of it passes; a handler that fetches what is true does
 * not mind.
 *
 * <p>Thread-safe, and immutable beside its store. {@link InboxEvents} needs no guard: it does with
 * a repeated event what it did with the first.
 */
public final class DeliveryGuard {
  private static final Duration FRESHNESS = Duration.ofDays(7);
  private static final Duration CLAIM = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofDays(400);

  private final DeliveryStore store;
  private final Clock clock;
  private final Duration freshness;
  private final Duration claim;

  private DeliveryGuard(DeliveryStore store, Clock clock, Duration freshness, Duration claim) {
    this.store = Objects.requireNonNull(store, "store");
    this.clock = Objects.requireNonNull(clock, "clock");
    this.freshness = freshness;
    this.claim = claim;
  }

  /** Returns a guard over this store, with a freshness of 7 days and claims of a minute. */
  public static DeliveryGuard over(DeliveryStore store, Clock clock) {
    return new DeliveryGuard(store, clock, FRESHNESS, CLAIM);
  }

  /**
   * Returns the same guard with this freshness.
   *
   * @throws IllegalArgumentException when it is shorter than a second or longer than 400 days
   */
  public DeliveryGuard freshFor(Duration length) {
    return new DeliveryGuard(store, clock, checked(length, LONGEST, "freshness"), claim);
  }

  /**
   * Returns the same guard with claims of this length: how long a handler may take before a
   * repeated delivery is handled beside it.
   *
   * @throws IllegalArgumentException when it is shorter than a second or longer than a day
   */
  public DeliveryGuard claimingFor(Duration length) {
    return new DeliveryGuard(store, clock, freshness, checked(length, Duration.ofDays(1), "claim"));
  }

  private static Duration checked(Duration length, Duration most, String name) {
    if (length.compareTo(Duration.ofSeconds(1)) < 0 || length.compareTo(most) > 0) {
      throw new IllegalArgumentException(
          "The %s is %s: give a second to %s.".formatted(name, length, most));
    }
    return length;
  }

  /**
   * Handles a delivery, unless it was handled before, is being handled, or is stale. What the
   * handler throws passes through, and the delivery counts as not handled.
   *
   * @param digest the digest of the signed bytes
   * @param time the time in the signed bytes; null if they tell none
   * @throws EventStoreUnavailable when the store fails; behind the handler, the delivery may be
   *     handled again
   */
  public DeliveryVerdict handle(DeliveryDigest digest, @Nullable Instant time, Runnable handler) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    if (time != null && Duration.between(time, now).abs().compareTo(freshness) > 0) {
      return DeliveryVerdict.STALE;
    }
    var until = now.plus(claim);
    var answer = store.claim(digest, now, until);
    if (answer != DeliveryClaim.TAKEN) {
      return answer == DeliveryClaim.SETTLED ? DeliveryVerdict.REPEATED : DeliveryVerdict.IN_HAND;
    }
    try {
      handler.run();
    } catch (RuntimeException | Error failure) {
      release(digest, until, failure);
      throw failure;
    }
    store.settle(digest);
    return DeliveryVerdict.HANDLED;
  }

  private void release(DeliveryDigest digest, Instant until, Throwable failure) {
    try {
      store.release(digest, until);
    } catch (EventStoreUnavailable e) {
      // Its claim ends by itself.
      failure.addSuppressed(e);
    }
  }

  /**
   * Forgets what can no longer come as fresh, and returns how many deliveries that were. Call it
   * now and then, such as once a day.
   *
   * @throws EventStoreUnavailable when the store fails
   */
  public int forget() {
    return store.forget(clock.instant().minus(freshness.multipliedBy(2)));
  }
}
