package io.inboxport.inmemory;

import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.Status;
import io.inboxport.tag.Tag;
import io.inboxport.timeline.EntryType;
import io.inboxport.timeline.TimelineEntry;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What comes in from outside, and what it makes of the world. */
final class InboundChanges {
  private InboundChanges() {}

  static InboxState item(
      InboxState before, InboundItem item, ServerBehavior behavior, Instant now) {
    var received = item.received() == null ? now : item.received().truncatedTo(ChronoUnit.SECONDS);
    var world = before;
    var tags = new LinkedHashSet<Tag>();
    for (var name : item.tags()) {
      world = world.withTag(name.value(), behavior.tagNames());
      tags.add(world.tag(name.value(), behavior.tagNames()));
    }
    var id = item.id();
    if (id == null) {
      world = world.withNextItemNumber();
      id = IssuedIds.itemId(world.issued().items());
    } else if (world.find(id) != null) {
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
    var added = StoredConversation.received(world.byNumber().size(), conversation);
    var text = item.text();
    return text == null
        ? world.with(added)
        : world.with(added, ReplyChanges.messageType(conversation), text, null, received);
  }

  /**
   * Inbound activity, which opens the item.
   *
   * @param type what happens, or null for a message or comment of the customer
   */
  static InboxState activity(
      InboxState world, ConversationId id, @Nullable EntryType type, String content, Instant now) {
    var item = existing(world, id);
    var conversation = item.conversation();
    var opened = conversation.toBuilder().modified(now).status(Status.OPEN).build();
    var happening = type == null ? ReplyChanges.messageType(conversation) : type;
    return world.with(item.with(opened), happening, content, null, now);
  }

  /** An entry that was recorded elsewhere, and changes nothing but the timeline. */
  static InboxState recorded(InboxState world, ConversationId id, TimelineEntry entry) {
    var item = existing(world, id);
    if (world.issued().isTaken(entry.id())) {
      throw new IllegalArgumentException("The entry id " + entry.id() + " is taken: give another.");
    }
    var issued = world.issued();
    var place = new IssuedIds.Place(item.number(), item.entries().size());
    var kept =
        new StoredEntry(
            issued.entries(),
            entry.id(),
            entry.type(),
            entry.created().orElse(null),
            entry.content(),
            entry.createdBy().orElse(null));
    return world.with(issued.with(entry.id(), place)).with(item.with(kept));
  }

  static StoredConversation existing(InboxState world, ConversationId id) {
    var item = world.find(id);
    if (item == null) {
      throw new IllegalArgumentException(
          "There is no conversation " + id + ": receive an item with this id first.");
    }
    return item;
  }
}
