package io.inboxport.event;

import io.inboxport.port.InboxGateway;
import java.time.Duration;
import java.util.Objects;

/** Settings of {@link InboxEvents}. Not thread-safe. */
public final class InboxEventsBuilder {
  private final InboxGateway gateway;
  private final InboxEventStore store;
  private final InboxSubscriber subscriber;
  private PollShare share = PollShare.ofDay(10);
  private Duration gathering = Duration.ofSeconds(1);
  private Duration hold = Duration.ofMinutes(2);
  private int page = 50;

  InboxEventsBuilder(InboxGateway gateway, InboxEventStore store, InboxSubscriber subscriber) {
    this.gateway = gateway;
    this.store = store;
    this.subscriber = subscriber;
  }

  private InboxEventsBuilder(InboxEventsBuilder other) {
    this(other.gateway, other.store, other.subscriber);
    this.share = other.share;
    this.gathering = other.gathering;
    this.hold = other.hold;
    this.page = other.page;
  }

  /**
   * Sets what the poll may use of the account's requests; a tenth of the vendor's limit for a day
   * at first, which is a call every 43.2 seconds. What webhooks let it fetch is besides. All
   * processes need the same.
   */
  public InboxEventsBuilder pollingWithin(PollShare most) {
    share = Objects.requireNonNull(most, "share");
    return this;
  }

  /**
   * Sets how long to wait for more webhooks about a conversation before it is fetched; a second at
   * first. A longer time saves calls.
   *
   * @throws IllegalArgumentException when it is negative, or longer than an hour
   */
  public InboxEventsBuilder gatheringFor(Duration time) {
    gathering = within(time, Duration.ZERO, "gathering time");
    return this;
  }

  /**
   * Sets how long one worker may have a conversation in hand, its call and the subscriber included;
   * 2 minutes at first. After that another worker may take it. It must be longer than the deadline
   * of the gateway's calls.
   *
   * @throws IllegalArgumentException when it is shorter than a second, or longer than an hour
   */
  public InboxEventsBuilder holdingFor(Duration time) {
    hold = within(time, Duration.ofSeconds(1), "hold");
    return this;
  }

  private static Duration within(Duration value, Duration least, String name) {
    if (value.compareTo(least) < 0 || value.compareTo(Duration.ofHours(1)) > 0) {
      throw new IllegalArgumentException(
          "The %s is %s: give %s to an hour.".formatted(name, value, least));
    }
    return value;
  }

  /**
   * Sets how many conversations the poll lists at once; 50 at first. The vendor documents no most.
   *
   * @throws IllegalArgumentException when it is not positive
   */
  public InboxEventsBuilder listing(int conversations) {
    if (conversations < 1) {
      throw new IllegalArgumentException(
          "The page has " + conversations + " conversations: give at least 1.");
    }
    page = conversations;
    return this;
  }

  PollShare share() {
    return share;
  }

  Duration gathering() {
    return gathering;
  }

  Duration hold() {
    return hold;
  }

  int page() {
    return page;
  }

  /** Builds the events. It makes no call. */
  public InboxEvents build() {
    // What is set later must not change what was built.
    return new InboxEvents(gateway, store, subscriber, new InboxEventsBuilder(this));
  }
}
