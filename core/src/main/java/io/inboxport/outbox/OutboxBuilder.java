package io.inboxport.outbox;

import io.inboxport.port.InboxGateway;
import java.time.Duration;
import java.util.Objects;
import java.util.function.LongSupplier;

/** Settings of an {@link Outbox}. Not thread-safe. */
public final class OutboxBuilder {
  private final InboxGateway gateway;
  private final OutboxStore store;
  private OfferPolicy policy = OfferPolicy.standard();
  private OutboxListener listener = (entry, result) -> {};
  private boolean readingNewest = true;
  private LongSupplier nanos = System::nanoTime;
  private Duration lease = Duration.ofMinutes(2);
  private Duration settling = Duration.ofMinutes(2);

  OutboxBuilder(InboxGateway gateway, OutboxStore store) {
    this.gateway = Objects.requireNonNull(gateway, "gateway");
    this.store = Objects.requireNonNull(store, "store");
  }

  /**
   * Sets how long a worker has for one write, its reads and waits included; 2 minutes at first.
   * Nothing leaves after that. It must be longer than the deadline of the gateway's calls. All
   * processes need the same.
   *
   * @throws IllegalArgumentException when it is shorter than a second or longer than an hour
   */
  public OutboxBuilder lease(Duration length) {
    lease = within(length, Duration.ofSeconds(1), Duration.ofHours(1), "lease");
    return this;
  }

  /**
   * Sets how long a slow server may still execute a write whose answer did not come; 2 minutes at
   * first. Before that, no look says that it had no effect.
   *
   * @throws IllegalArgumentException when it is negative, or longer than a day
   */
  public OutboxBuilder settlingFor(Duration time) {
    settling = within(time, Duration.ZERO, Duration.ofDays(1), "settling time");
    return this;
  }

  private static Duration within(Duration value, Duration least, Duration most, String name) {
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      throw new IllegalArgumentException(
          "The %s is %s: give %s to %s.".formatted(name, value, least, most));
    }
    return value;
  }

  /**
   * Sets what happens to planned writes that were not sent; {@link OfferPolicy#standard} at first.
   */
  public OutboxBuilder policy(OfferPolicy offers) {
    policy = Objects.requireNonNull(offers, "policy");
    return this;
  }

  /** Sets who hears of each fate; no one at first. */
  public OutboxBuilder listener(OutboxListener hearer) {
    listener = Objects.requireNonNull(hearer, "listener");
    return this;
  }

  /**
   * Leaves out the read of the newest entry before a text leaves. It saves a call; after a crash,
   * more writes stay in doubt.
   */
  public OutboxBuilder withoutReadingNewest() {
    readingNewest = false;
    return this;
  }

  /** Measures leases by this clock of nanoseconds. */
  OutboxBuilder nanos(LongSupplier time) {
    nanos = time;
    return this;
  }

  /** Builds the outbox. It makes no call. */
  public Outbox build() {
    var rules = new OutboxRules(lease, settling);
    return new Outbox(
        new OutboxSettings(gateway, store, rules, policy, listener, readingNewest, nanos));
  }
}
