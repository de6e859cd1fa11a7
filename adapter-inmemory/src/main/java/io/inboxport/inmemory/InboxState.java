package io.inboxport.inmemory;

import io.inboxport.call.InboxException;
import io.inboxport.call.Operation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.EntryType;
import io.inboxport.conversation.UserId;
import io.inboxport.inmemory.ServerBehavior.TagNames;
import io.inboxport.tag.Tag;
import io.inboxport.timeline.TimelineEntry;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * State of the server at one moment: everything it holds. Immutable: a change makes another state
 * that shares what stays the same. So every call sees one whole moment, and no reader waits for a
 * writer.
 */
record InboxState(
    PersistentMap<ConversationId, StoredConversation> byId,
    PersistentVector<StoredConversation> byNumber,
    FilterIndex filterIndex,
    AccountDirectory directory,
    IssuedIds issued) {

  static final InboxState EMPTY =
      new InboxState(
          PersistentMap.empty(),
          PersistentVector.empty(),
          FilterIndex.EMPTY,
          AccountDirectory.EMPTY,
          IssuedIds.NONE);

  @Nullable StoredConversation find(ConversationId id) {
    return byId.get(id);
  }

  /** Returns the item, which is known to be there. */
  StoredConversation item(ConversationId id) {
    return Objects.requireNonNull(byId.get(id));
  }

  StoredConversation item(int number) {
    return byNumber.at(number);
  }

  StoredConversation newest() {
    return item(byNumber.size() - 1);
  }

  /** Returns the item a call is about. */
  StoredConversation item(Operation operation, ConversationId id) {
    var item = byId.get(id);
    if (item == null) {
      throw new InboxException.NotFound(operation, id);
    }
    return item;
  }

  TimelineEntry newestEntry(ConversationId id) {
    return timeline(item(id)).newest();
  }

  StoredTimeline timeline(StoredConversation item) {
    var entries = item.entries();
    return new StoredTimeline(item.number(), entries.size(), entries::at, issued);
  }

  /** Returns the state with the item, new or in place of the one with its id. */
  InboxState with(StoredConversation item) {
    var before = byId.get(item.key());
    int number = item.number();
    var newIndex =
        before == null
            ? filterIndex.with(number, item.conversation())
            : filterIndex.with(number, before.conversation(), item.conversation());
    return new InboxState(
        byId.with(item), byNumber.with(number, item), newIndex, directory, issued);
  }

  InboxState with(AccountDirectory changed) {
    return new InboxState(byId, byNumber, filterIndex, changed, issued);
  }

  InboxState with(IssuedIds changed) {
    return new InboxState(byId, byNumber, filterIndex, directory, changed);
  }

  /** Returns the state with the item, and an entry of the next free id at its timeline's end. */
  InboxState with(
      StoredConversation item, EntryType type, String content, @Nullable UserId by, Instant at) {
    var next = issued.withNextEntry();
    var entry = new StoredEntry(next.entries(), null, type, at, content, by);
    return with(next).with(item.with(entry));
  }

  /** Returns the state with the next number taken that makes a free id of an item. */
  InboxState withNextItemNumber() {
    long number = issued.items() + 1;
    while (byId.contains(IssuedIds.itemId(number))) {
      number++;
    }
    return with(issued.withItems(number));
  }

  /** Returns the state with a tag of this name. */
  InboxState withTag(String name, TagNames comparison) {
    if (directory.tag(name, comparison) != null) {
      return this;
    }
    long number = issued.tags() + 1;
    var tag = new Tag(IssuedIds.tagId(number), name);
    return with(issued.withTags(number)).with(directory.with(tag));
  }

  /** Returns the tag of this name, which is known to be there. */
  Tag tag(String name, TagNames comparison) {
    return Objects.requireNonNull(directory.tag(name, comparison));
  }
}
