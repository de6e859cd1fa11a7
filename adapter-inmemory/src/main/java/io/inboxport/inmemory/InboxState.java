package io.inboxport.inmemory;

import io.inboxport.call.InboxException;
import io.inboxport.call.Operation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.EntryType;
import io.inboxport.conversation.UserId;
import io.inboxport.inmemory.ServerBehavior.TagNames;
import io.inboxport.tag.Tag;
import io.inboxport.tag.TagId;
import io.inboxport.timeline.TimelineEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * State of the server at one moment: everything it holds. Immutable: a change makes another state
 * that shares what stays the same. So every call sees one whole moment, and no reader waits for a
 * writer.
 *
 * @param delayed the writes that arrived and are still to be executed, in the order they are due
 */
record InboxState(
    PersistentMap<ConversationId, StoredConversation> byId,
    PersistentVector<StoredConversation> byNumber,
    FilterIndex filterIndex,
    AccountDirectory directory,
    IssuedIds issued,
    List<DelayedWrite> delayed) {

  static final InboxState EMPTY =
      new InboxState(
          PersistentMap.empty(),
          PersistentVector.empty(),
          FilterIndex.EMPTY,
          AccountDirectory.EMPTY,
          IssuedIds.NONE,
          List.of());

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
        byId.with(item), byNumber.with(number, item), newIndex, directory, issued, delayed);
  }

  /** Returns the state without the item, whose number stays taken. */
  InboxState without(StoredConversation item) {
    var newIndex = filterIndex.without(item.number(), item.conversation());
    return new InboxState(byId.without(item.key()), byNumber, newIndex, directory, issued, delayed);
  }

  InboxState with(AccountDirectory changed) {
    return new InboxState(byId, byNumber, filterIndex, changed, issued, delayed);
  }

  InboxState with(IssuedIds changed) {
    return new InboxState(byId, byNumber, filterIndex, directory, changed, delayed);
  }

  /** Returns the state with the item, and an entry of the next free id at its timeline's end. */
  InboxState with(
      StoredConversation item, EntryType type, String content, @Nullable UserId by, Instant at) {
    var next = issued.withNextEntry();
    var entry = new StoredEntry(next.entries(), null, type, at, content, by);
    return with(next).with(item.with(entry));
  }

  /** Returns the state with one more write to execute. */
  InboxState with(DelayedWrite write) {
    return withDelayed(Stream.concat(delayed.stream(), Stream.of(write)));
  }

  /** Returns the state without this write to execute. */
  InboxState without(DelayedWrite write) {
    var left = new ArrayList<>(delayed);
    left.remove(write);
    return withDelayed(left.stream());
  }

  private InboxState withDelayed(Stream<DelayedWrite> writes) {
    // A stable sort: of two that are due at once, the first to arrive is executed first.
    var inOrder = writes.sorted(Comparator.comparing(DelayedWrite::due)).toList();
    return new InboxState(byId, byNumber, filterIndex, directory, issued, inOrder);
  }

  /** Returns whether a write is due by now. */
  boolean isOverdue(Supplier<Instant> now) {
    return !delayed.isEmpty() && !delayed.get(0).due().isAfter(now.get());
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
    return with(issued.withTags(number)).with(directory.with(directory.tags().with(tag)));
  }

  /** Returns the items that have this tag. */
  List<StoredConversation> tagged(TagId id) {
    return filterIndex.of(id).numbers().mapToObj(this::item).toList();
  }

  /** Returns the tag of this name, which is known to be there. */
  Tag tag(String name, TagNames comparison) {
    return Objects.requireNonNull(directory.tag(name, comparison));
  }
}
