package io.inboxport.examples;

import io.inboxport.Inbox;
import io.inboxport.call.InboxException.NotFound;
import io.inboxport.call.InboxException.RateLimited;
import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.ConversationQuery;
import io.inboxport.conversation.ItemType;
import io.inboxport.conversation.Network;
import io.inboxport.timeline.TimelineEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Reads every timeline of everything that is open, under the limits of the account. The HTTP
 * backend waits for its turn by itself; if that would take too long it says when to come back, and
 * the walk goes on from its place.
 */
public final class TimelineArchive {
  private final Inbox inbox;
  private final Consumer<Instant> waiting;

  /**
   * Reads this inbox.
   *
   * @param waiting returns when this time has come
   */
  public TimelineArchive(Inbox inbox, Consumer<Instant> waiting) {
    this.inbox = inbox;
    this.waiting = waiting;
  }

  /** Hands every entry to the shelf, each once. */
  public void fill(BiConsumer<ConversationId, TimelineEntry> shelf) {
    for (var item : everythingOpen()) {
      readOn(item.id(), shelf);
    }
  }

  /** The API lists no second page, so a large inbox is listed in slices. */
  private List<Conversation> everythingOpen() {
    var open = new ArrayList<Conversation>();
    for (var network : Network.values()) {
      for (var type : ItemType.values()) {
        var slice = ConversationQuery.open().on(network).ofType(type).atMost(100);
        var page = patiently(() -> inbox.list(slice));
        if (page.truncated()) {
          throw new IllegalStateException(
              network + " " + type + " needs one more filter, or its size is not known.");
        }
        open.addAll(page.items());
      }
    }
    return open;
  }

  private void readOn(ConversationId id, BiConsumer<ConversationId, TimelineEntry> shelf) {
    // One walk to the end: it knows what came, also if the entry it stands on is deleted meanwhile.
    var walk = inbox.timeline(id).iterator();
    while (true) {
      try {
        walk.forEachRemaining(entry -> shelf.accept(id, entry));
        return;
      } catch (RateLimited e) {
        waiting.accept(e.retryAt());
      } catch (NotFound e) {
        return; // It vanished since it was listed.
      }
    }
  }

  private <T> T patiently(Supplier<T> call) {
    while (true) {
      try {
        return call.get();
      } catch (RateLimited e) {
        waiting.accept(e.retryAt());
      }
    }
  }
}
