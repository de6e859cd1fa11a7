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
import org.jspecify.annotations.Nullable;

/**
 * Reads the values of the API.
 *
 * <p>An item is unreadable when it is no object, has no usable id, or holds a list or an object
 * where a text belongs: it is not known what that would mean. Everything else that is absent, null
 * or odd leaves the field neutral.
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
    return AnswerPayload.of(
        WireField.CONVERSATION, in -> in.item(this::conversation, problem -> {}));
  }

  AnswerPayload<TimelinePage> timeline() {
    return AnswerPayload.of(WireField.TIMELINE, this::timeline);
  }

  AnswerPayload<TimelineEntry> note() {
    return AnswerPayload.of(WireField.NOTE, in -> in.item(this::entry, problem -> {}));
  }

  AnswerPayload<Assignment> assignment() {
    return AnswerPayload.of(
        WireField.ASSIGNMENT, in -> in.item(AnswerReader::assignment, problem -> {}));
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
    long total = 0;
    List<Conversation> items = null;
    var broken = new ArrayList<UnreadablePart>();
    while (in.nextField()) {
      switch (in.field()) {
        case TOTAL -> total = in.count();
        case ITEMS -> items = items(in, this::conversation, "Conversations.Items", broken);
        default -> in.skip();
      }
    }
    // The total may lag behind, or be missing; what came is there for certain.
    return items == null
        ? null
        : new ConversationPage(items, Math.max(total, items.size() + broken.size()), broken);
  }

  private @Nullable TimelinePage timeline(JsonCursor in) throws IOException {
    var broken = new ArrayList<UnreadablePart>();
    var entries = items(in, this::entry, "Timeline", broken);
    return entries == null ? null : new TimelinePage(entries, broken);
  }

  private static <T> @Nullable List<T> items(
      JsonCursor in, AnswerPayload.Reader<T> reader, String where, List<UnreadablePart> broken)
      throws IOException {
    if (!in.enterList()) {
      return null;
    }
    var items = new ArrayList<T>();
    broken.clear();
    while (in.nextElement()) {
      if (broken.size() > MOST_BROKEN) {
        throw new IOException("more broken items than an answer of the API has items");
      }
      int index = items.size() + broken.size();
      var item = in.item(reader, p -> broken.add(new UnreadablePart(where + "[" + index + "]", p)));
      if (item != null) {
        items.add(item);
      }
    }
    return items;
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
        case ASSIGNEE_ID -> assignee = in.id(UserId::of);
        case PROFILE_NAME -> profileName = in.textOrEmpty();
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
        case CREATED_BY -> createdBy = in.id(UserId::of);
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
        case ASSIGNEE_ID -> assignee = in.id(UserId::of);
        default -> in.skip();
      }
    }
    return item == null || assignee == null ? null : new Assignment(item, assignee);
  }

  /** All of the tags, or null: to write back a part of them would lose the rest. */
  private static @Nullable List<Tag> tags(JsonCursor in) throws IOException {
    var broken = new ArrayList<UnreadablePart>();
    var tags = items(in, AnswerReader::tag, "Tags", broken);
    return broken.isEmpty() ? tags : null;
  }

  private static @Nullable Tag tag(JsonCursor in) throws IOException {
    if (!in.enterObject()) {
      return null;
    }
    TagId id = null;
    var name = "";
    while (in.nextField()) {
      switch (in.field()) {
        case ID -> id = in.id(TagId::of);
        case NAME -> name = in.textOrEmpty();
        default -> in.skip();
      }
    }
    return id == null || name.isEmpty() ? null : new Tag(id, name);
  }
}
