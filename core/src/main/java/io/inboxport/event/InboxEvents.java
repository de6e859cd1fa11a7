package io.inboxport.event;

import io.inboxport.conversation.ConversationId;
import io.inboxport.port.InboxGateway;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Objects;
import java.util.Optional;

/**
 * Events of one account, as a platform subscribes to them: this conversation is now so.
 *
 * <pre>{@code
 * InboxEvents events = InboxEvents.over(gateway, store, change -> table.apply(change)).build();
 * events.heard(event.conversations()); // from a webhook, before it is answered
 * events.work(100); // every second, on any machine
 * }</pre>
 *
 * <p>Webhooks say which conversation to fetch. A poll finds what they missed: it lists the inbox,
 * compares, and looks again at what was told long ago, within a {@link PollShare}. A conversation
 * that many webhooks speak of at about the same time is fetched once.
 *
 * <p>What is known, marked and told is in the store, so that a restart loses nothing. Each change
 * is told at least once, and in order for each conversation. Several processes may work for one
 * account over one store; each conversation is then in one hand at a time.
 *
 * <p>Thread-safe if the subscriber is. It has no threads of its own. Times come from the clock of
 * the gateway; the clocks of several machines should agree within seconds.
 */
public final class InboxEvents {
  private final InboxGateway gateway;
  private final InboxEventStore store;
  private final ChangeTeller teller;
  private final InboxPoll poll;
  private final InboxEventsBuilder settings;

  InboxEvents(
      InboxGateway gateway,
      InboxEventStore store,
      InboxSubscriber subscriber,
      InboxEventsBuilder settings) {
    this.gateway = gateway;
    this.store = store;
    this.settings = settings;
    this.teller = new ChangeTeller(gateway, store, subscriber);
    this.poll = new InboxPoll(gateway, store, settings.share(), settings.page());
  }

  /**
   * Starts building the events of the account of this gateway.
   *
   * @param store the store of this account
   * @param subscriber hears each change
   */
  public static InboxEventsBuilder over(
      InboxGateway gateway, InboxEventStore store, InboxSubscriber subscriber) {
    return new InboxEventsBuilder(
        Objects.requireNonNull(gateway, "gateway"),
        Objects.requireNonNull(store, "store"),
        Objects.requireNonNull(subscriber, "subscriber"));
  }

  /**
   * Takes note that something happened to these conversations. When it returns, it is written down:
   * then answer the webhook. Hearing the same again costs no call, while the first is not fetched.
   * An id of more than 255 chars is passed over, since the server has none so long.
   *
   * @throws EventStoreUnavailable when the store fails: let the webhook come again
   */
  public void heard(Collection<ConversationId> conversations) {
    var ids = new HashMap<ConversationId, String>();
    for (var id : conversations) {
      if (id.value().length() <= InboxEventStore.LONGEST_ID) {
        ids.put(id, "");
      }
    }
    if (!ids.isEmpty()) {
      store.mark(ids, FetchCause.HEARD, gateway.clock().instant().plus(settings.gathering()));
    }
  }

  /**
   * Does what is due: fetches what webhooks spoke of, tells what changed, and takes the turns of
   * the poll. It returns when nothing is due, the server or the budget lets no more calls through,
   * or there were enough.
   *
   * <p>A failure of the server or of the subscriber is thrown, and loses nothing: what was in hand
   * comes again. So call it again after any failure.
   *
   * @param most how many calls to make at most
   * @throws io.inboxport.call.InboxException when the key is wrong, or lacks the right
   * @throws EventStoreUnavailable when the store fails
   * @throws IllegalArgumentException when it is not positive
   */
  public EventReport work(int most) {
    if (most < 1) {
      throw new IllegalArgumentException("The most is " + most + ": give at least 1.");
    }
    var round = new WorkRound();
    while (round.calls() < most && !round.isHeldBack()) {
      var heard = take(FetchCause.HEARD);
      if (heard.isPresent()) {
        round.fetched(teller.fetch(heard.get()));
      } else {
        var turn = poll.takeTurn();
        if (turn.isEmpty()) {
          break;
        }
        poll(turn.getAsLong(), round);
      }
    }
    return round.report();
  }

  /** Takes one turn of the poll, which makes one call at most. */
  private void poll(long turn, WorkRound round) {
    var marked = poll.prefersFetch(turn) ? take(FetchCause.POLLED) : Optional.<FetchTask>empty();
    if (marked.isEmpty() && poll.looksAgain(turn) && poll.markOldest()) {
      marked = take(FetchCause.POLLED);
    }
    round.polled(marked.isPresent() ? teller.fetch(marked.get()) : poll.list(turn));
  }

  private Optional<FetchTask> take(FetchCause cause) {
    var now = gateway.clock().instant();
    return store.take(EnumSet.of(cause), now, now.plus(settings.hold()));
  }
}
