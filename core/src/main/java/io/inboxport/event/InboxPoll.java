package io.inboxport.event;

import io.inboxport.call.InboxException;
import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.ConversationPage;
import io.inboxport.port.InboxGateway;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Poll for what no webhook told: it takes turns within its share, lists, and marks differences. */
final class InboxPoll {
  private final InboxGateway gateway;
  private final InboxEventStore store;
  private final PollShare share;
  private final PollPlan plan;
  // Only a hint, so it need not outlast the process.
  private volatile boolean wholeIsEnough;

  InboxPoll(InboxGateway gateway, InboxEventStore store, PollShare share, int page) {
    this.gateway = gateway;
    this.store = store;
    this.share = share;
    this.plan = new PollPlan(page);
  }

  /** Takes the turn that is due; empty if none is, or another process took it. */
  OptionalLong takeTurn() {
    var now = gateway.clock().instant();
    var position = store.position();
    if (position.due().isAfter(now)) {
      return OptionalLong.empty();
    }
    var next = new PollPosition(position.turn() + 1, now.plus(share.pause()));
    return store.advance(position, next) ? OptionalLong.of(position.turn()) : OptionalLong.empty();
  }

  boolean prefersFetch(long turn) {
    return plan.prefersFetch(turn);
  }

  boolean looksAgain(long turn) {
    return plan.looksAgain(turn);
  }

  /** Marks the conversation that was told least recently; returns whether there is one. */
  boolean markOldest() {
    var oldest = store.settled(1);
    oldest.forEach(id -> store.mark(Map.of(id, ""), FetchCause.POLLED, now()));
    return !oldest.isEmpty();
  }

  /** Makes one call, and marks what is not as it was told. */
  CallResult list(long turn) {
    var query = plan.list(turn, wholeIsEnough);
    try {
      var page = gateway.list(query);
      if (plan.isWhole(query)) {
        wholeIsEnough = !page.truncated() && page.unreadable().isEmpty();
      }
      compare(page, plan.isWhole(query) && wholeIsEnough);
      return CallResult.QUIET;
    } catch (InboxException.RateLimited e) {
      waitUntil(e.retryAt(), turn);
      return CallResult.HELD_BACK;
    } catch (InboxException.Unavailable e) {
      return CallResult.HELD_BACK;
    } catch (InboxException.UnreadableResponse e) {
      return CallResult.QUIET;
    }
  }

  /** Lets no turn be due before this time. */
  private void waitUntil(Instant retryAt, long turn) {
    var position = store.position();
    if (position.turn() == turn + 1 && position.due().isBefore(retryAt)) {
      store.advance(position, new PollPosition(turn + 1, retryAt));
    }
  }

  private void compare(ConversationPage page, boolean isEverything) {
    var seen = new LinkedHashMap<ConversationId, String>();
    for (Conversation conversation : page.items()) {
      if (conversation.id().value().length() <= InboxEventStore.LONGEST_ID) {
        seen.put(conversation.id(), ConversationFingerprint.listed(conversation));
      }
    }
    var differing = new HashMap<>(seen);
    store.listed(seen.keySet()).forEach(differing::remove);
    if (isEverything) {
      var missing = new HashSet<>(store.settled(Integer.MAX_VALUE));
      missing.removeAll(seen.keySet());
      differing.putAll(missing.stream().collect(Collectors.toMap(id -> id, id -> "")));
    }
    if (!differing.isEmpty()) {
      store.mark(differing, FetchCause.POLLED, now());
    }
  }

  private Instant now() {
    return gateway.clock().instant();
  }
}
