package io.inboxport.inmemory;

import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.EntryType;
import io.inboxport.conversation.Status;
import io.inboxport.tag.Tag;
import io.inboxport.timeline.TimelineEntry;
import io.inboxport.timeline.TimelineEntryId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes of the state by inbound activity: new items, texts of customers, recorded entries. */
final class InboundChanges {
  private InboundChanges() {}

  static InboxState item(
      InboxState before, InboundItem item, ServerBehavior behavior, Instant now) {
    var received = item.received() == null ? now : item.received().truncatedTo(ChronoUnit.SECONDS);
    var state = before;
    var tags = new LinkedHashSet<Tag>();
    for (var name : item.tags()) {
      state = state.withTag(name.value(), behavior.tagNames());
      tags.add(state.tag(name.value(), behavior.tagNames()));
    }
    var id = item.id();
    if (id == null) {
      state = state.withNextItemNumber();
      id = IssuedIds.itemId(state.issued().items());
    } else if (state.find(id) != null) {
      throw new IllegalArgumentException(
          "The id " + id + " is taken: give another, or none to get the next free one.");
    }
    var conversation =
        Conversation.withId(id)
            .created(received)
            .modified(received)
            .status(item.status())
            .network(item.network())
            .itemType(item.type())
            .assignee(item.assignee())
            .profileName(item.profileName())
            .tags(List.copyOf(tags))
            .build();
    var added = StoredConversation.received(state.byNumber().size(), conversation);
    var text = item.text();
    return text == null
        ? state.with(added)
        : state.with(added, ReplyChanges.messageType(conversation), text, null, received);
  }

  /**
   * Returns the state after inbound activity, which opens the item.
   *
   * @param type the activity, or null for a message or comment of the customer
   */
  static InboxState activity(
      InboxState state, ConversationId id, @Nullable EntryType type, String content, Instant now) {
    var item = existing(state, id);
    var conversation = item.conversation();
    var opened = conversation.toBuilder().modified(now).status(Status.OPEN).build();
    var happening = type == null ? ReplyChanges.messageType(conversation) : type;
    return state.with(item.with(opened), happening, content, null, now);
  }

  /** Returns the state with an entry that was recorded elsewhere; only the timeline changes. */
  static InboxState recorded(InboxState state, ConversationId id, TimelineEntry entry) {
    var item = existing(state, id);
    if (state.issued().isTaken(entry.id())) {
      throw new IllegalArgumentException("The entry id " + entry.id() + " is taken: give another.");
    }
    var issued = state.issued();
    var place = new IssuedIds.Place(item.number(), item.entries().size());
    var kept =
        new StoredEntry(
            issued.entries(),
            entry.id(),
            entry.type(),
            entry.created().orElse(null),
            entry.content(),
            entry.createdBy().orElse(null));
    return state.with(issued.with(entry.id(), place)).with(item.with(kept));
  }

  static InboxState withoutEntry(InboxState state, ConversationId id, TimelineEntryId entry) {
    var item = existing(state, id);
    int position = position(state, item, entry);
    return state.with(item.with(position, item.entries().at(position).deleted()));
  }

  static InboxState edited(
      InboxState state, ConversationId id, TimelineEntryId entry, String content) {
    var item = existing(state, id);
    int position = position(state, item, entry);
    return state.with(item.with(position, item.entries().at(position).saying(content)));
  }

  private static int position(InboxState state, StoredConversation item, TimelineEntryId entry) {
    int position = state.timeline(item).positionOf(entry);
    if (position < 0) {
      throw new IllegalArgumentException(
          "There is no entry "
              + entry
              + " in conversation "
              + item.key()
              + ": give one of its own.");
    }
    return position;
  }

  static StoredConversation existing(InboxState state, ConversationId id) {
    var item = state.find(id);
    if (item == null) {
      throw new IllegalArgumentException(
          "There is no conversation " + id + ": receive an item with this id first.");
    }
    return item;
  }
}
