package io.inboxport.http;

import io.inboxport.account.Identity;
import io.inboxport.conversation.Assignment;
import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.ConversationPage;
import io.inboxport.conversation.EntryType;
import io.inboxport.conversation.ItemType;
import io.inboxport.conversation.Network;
import io.inboxport.conversation.Status;
import io.inboxport.conversation.UnreadablePart;
import io.inboxport.conversation.UserId;
import io.inboxport.tag.Tag;
import io.inboxport.tag.TagId;
import io.inboxport.timeline.TimelineEntry;
import io.inboxport.timeline.TimelineEntryId;
import io.inboxport.timeline.TimelinePage;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Reads the values of the API.
 *
 * <p>An item is unreadable when it is no object, has no usable id, or holds a list or an object
 * where a text belongs: it is not known what that would mean. A time, a user or a name that cannot
 * be read is unknown, and reported beside the item. Everything else that is absent, null or odd
 * leaves the field neutral.
 */
final class AnswerReader {
  /** A report of each takes a hundred times the memory that a broken item takes of an answer. */
  private static final int MOST_BROKEN = 10_000;

  private final TimestampReader timestamps;

  AnswerReader(TimestampReader timestamps) {
    this.timestamps = timestamps;
  }

  AnswerPayload<ConversationPage> conversations() {
    return AnswerPayload.of(WireField.CONVERSATIONS, this::page);
  }

  AnswerPayload<Conversation> conversation() {
    return AnswerPayload.of(WireField.CONVERSATION, in -> single(in, this::conversation));
  }

  AnswerPayload<TimelinePage> timeline() {
    return AnswerPayload.of(WireField.TIMELINE, this::timeline);
  }

  AnswerPayload<TimelineEntry> note() {
    return AnswerPayload.of(WireField.NOTE, in -> single(in, this::entry));
  }

  AnswerPayload<Assignment> assignment() {
    return AnswerPayload.of(WireField.ASSIGNMENT, in -> single(in, AnswerReader::assignment));
  }

  AnswerPayload<List<Tag>> tags() {
    return AnswerPayload.of(WireField.TAGS, AnswerReader::tags);
  }

  AnswerPayload<Identity> identity() {
    return new IdentityPayload(timestamps);
  }

  private @Nullable ConversationPage page(JsonCursor in) throws IOException {
    if (!in.enterObject()) {
      return null;
    }
    boolean isEmpty = true;
    var total = OptionalLong.empty();
    List<Conversation> items = null;
    var unreadable = new ArrayList<UnreadablePart>();
    while (in.nextField()) {
      isEmpty = false;
      switch (in.field()) {
        case TOTAL -> total = in.count();
        case ITEMS -> items = rows(in, this::conversation, "Conversations.Items", unreadable);
        default -> in.skip();
      }
    }
    if (items == null) {
      return isEmpty ? new ConversationPage(List.of(), total, List.of()) : null;
    }
    // A total that is smaller than what came is none.
    long came = items.size() + unreadable.stream().filter(UnreadablePart::wholeItem).count();
    boolean isCredible = total.orElse(came) >= came;
    return new ConversationPage(items, isCredible ? total : OptionalLong.empty(), unreadable);
  }

  private @Nullable TimelinePage timeline(JsonCursor in) throws IOException {
    var unreadable = new ArrayList<UnreadablePart>();
    var entries = rows(in, this::entry, "Timeline", unreadable);
    return entries == null ? null : new TimelinePage(entries, unreadable);
  }

  /** Reads the rows of a page; PHP writes null if a query found none. */
  private static <T> @Nullable List<T> rows(
      JsonCursor in, AnswerPayload.Reader<T> reader, String where, List<UnreadablePart> unreadable)
      throws IOException {
    return in.isNull() ? List.of() : items(in, reader, where, unreadable);
  }

  private static <T> @Nullable List<T> items(
      JsonCursor in, AnswerPayload.Reader<T> reader, String where, List<UnreadablePart> unreadable)
      throws IOException {
    if (!in.enterList()) {
      return null;
    }
    var items = new ArrayList<T>();
    unreadable.clear();
    for (int i = 0; in.nextElement(); i++) {
      if (unreadable.size() > MOST_BROKEN) {
        throw new IOException("more broken items than an answer of the API has items");
      }
      int index = i;
      var item = in.item(reader, () -> where + "[" + index + "]", unreadable);
      if (item != null) {
        items.add(item);
      }
    }
    return items;
  }

  private static <T> @Nullable T single(JsonCursor in, AnswerPayload.Reader<T> reader)
      throws IOException {
    return in.item(reader, () -> "", new ArrayList<>());
  }

  private @Nullable Conversation conversation(JsonCursor in) throws IOException {
    if (!in.enterObject()) {
      return null;
    }
    ConversationId id = null;
    Instant created = null;
    Instant modified = null;
    var status = "";
    var network = "";
    var itemType = "";
    UserId assignee = null;
    var profileName = "";
    List<Tag> tags = null;
    while (in.nextField()) {
      switch (in.field()) {
        case ID -> id = in.id(ConversationId::of);
        case CREATED -> created = in.time(timestamps);
        case MODIFIED -> modified = in.time(timestamps);
        case STATUS -> status = in.textOrEmpty();
        case NETWORK -> network = in.textOrEmpty();
        case ITEM_TYPE -> itemType = in.textOrEmpty();
        case ASSIGNEE_ID -> assignee = in.user();
        case PROFILE_NAME ->
            profileName = Objects.requireNonNullElse(in.textOr(WireField.NAME), "");
        case TAGS -> tags = tags(in);
        default -> in.skip();
      }
    }
    return id == null
        ? null
        : Conversation.withId(id)
            .created(created)
            .modified(modified)
            .status(Status.of(status))
            .network(Network.of(network))
            .itemType(ItemType.of(itemType))
            .assignee(assignee)
            .profileName(profileName)
            .tags(tags)
            .unreadable(in.unknownFields())
            .build();
  }

  private @Nullable TimelineEntry entry(JsonCursor in) throws IOException {
    if (!in.enterObject()) {
      return null;
    }
    TimelineEntryId id = null;
    var type = "";
    Instant created = null;
    var content = "";
    UserId createdBy = null;
    while (in.nextField()) {
      switch (in.field()) {
        case ID -> id = in.id(TimelineEntryId::of);
        case TYPE -> type = in.textOrEmpty();
        case CREATED -> created = in.time(timestamps);
        case CONTENT -> content = in.textOrEmpty();
        case CREATED_BY -> createdBy = in.user();
        default -> in.skip();
      }
    }
    return id == null
        ? null
        : TimelineEntry.withId(id)
            .type(EntryType.of(type))
            .created(created)
            .content(content)
            .createdBy(createdBy)
            .unreadable(in.unknownFields())
            .build();
  }

  private static @Nullable Assignment assignment(JsonCursor in) throws IOException {
    if (!in.enterObject()) {
      return null;
    }
    ConversationId item = null;
    UserId assignee = null;
    while (in.nextField()) {
      switch (in.field()) {
        case ITEM_ID -> item = in.id(ConversationId::of);
        case ASSIGNEE_ID -> assignee = in.user();
        default -> in.skip();
      }
    }
    return item == null || assignee == null ? null : new Assignment(item, assignee);
  }

  /** All of the tags, or null: to write back a part of them would lose the rest. */
  private static @Nullable List<Tag> tags(JsonCursor in) throws IOException {
    var unreadable = new ArrayList<UnreadablePart>();
    var tags = items(in, AnswerReader::tag, "Tags", unreadable);
    if (tags == null || !unreadable.isEmpty()) {
      return null;
    }
    var named = new ArrayList<Tag>();
    tags.forEach(named::addAll);
    return named;
  }

  /** One tag, or none if it has an empty name, which is what clearing leaves; null if unknown. */
  private static @Nullable List<Tag> tag(JsonCursor in) throws IOException {
    if (!in.enterObject()) {
      return null;
    }
    TagId id = null;
    String name = null;
    String value = null;
    while (in.nextField()) {
      switch (in.field()) {
        case ID -> id = in.id(TagId::of);
        case NAME -> name = in.text();
        case VALUE -> value = in.text();
        default -> in.skip();
      }
    }
    var label = value == null || (name != null && !name.isEmpty()) ? name : value;
    if (label != null && label.isEmpty()) {
      return List.of();
    }
    return id == null || label == null ? null : List.of(new Tag(id, label));
  }
}
