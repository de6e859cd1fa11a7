package io.inboxport.http;

import io.inboxport.account.Identity;
import io.inboxport.conversation.Assignment;
import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.ConversationPage;
import io.inboxport.conversation.UnreadablePart;
import io.inboxport.conversation.UserId;
import io.inboxport.tag.Tag;
import io.inboxport.timeline.TimelineEntry;
import io.inboxport.timeline.TimelinePage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
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
  private static final RepeatedText<UserId> ASSIGNEE = new RepeatedText<>(UserId::of, false);

  private final TimestampReader timestamps;
  private final AnswerPayload.Reader<Conversation> conversation;
  private final AnswerPayload.Reader<TimelineEntry> note;

  AnswerReader(TimestampReader timestamps) {
    this.timestamps = timestamps;
    var oneConversation = new ConversationReader(timestamps, false);
    conversation = in -> in.item(oneConversation);
    var oneEntry = new EntryReader(timestamps, false);
    note = in -> in.item(oneEntry);
  }

  AnswerPayload<ConversationPage> conversations() {
    var reader = new ConversationReader(timestamps, true);
    return AnswerPayload.of(WireField.CONVERSATIONS, in -> page(in, reader));
  }

  AnswerPayload<Conversation> conversation() {
    return AnswerPayload.of(WireField.CONVERSATION, conversation);
  }

  AnswerPayload<TimelinePage> timeline() {
    var reader = new EntryReader(timestamps, true);
    return AnswerPayload.of(WireField.TIMELINE, in -> timeline(in, reader));
  }

  AnswerPayload<TimelineEntry> note() {
    return AnswerPayload.of(WireField.NOTE, note);
  }

  AnswerPayload<Assignment> assignment() {
    return AnswerPayload.of(WireField.ASSIGNMENT, in -> in.item(AnswerReader::assignment));
  }

  AnswerPayload<List<Tag>> tags() {
    return AnswerPayload.of(WireField.TAGS, TagReader::tags);
  }

  AnswerPayload<Identity> identity() {
    return new IdentityPayload(timestamps);
  }

  private static @Nullable ConversationPage page(JsonCursor in, ConversationReader reader)
      throws IOException {
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
        case ITEMS -> items = rows(in, reader, "Conversations.Items", unreadable);
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

  private static @Nullable TimelinePage timeline(JsonCursor in, EntryReader reader)
      throws IOException {
    var unreadable = new ArrayList<UnreadablePart>();
    var entries = rows(in, reader, "Timeline", unreadable);
    return entries == null ? null : new TimelinePage(entries, unreadable);
  }

  /** Reads the rows of a page; PHP writes null if a query found none. */
  private static <T> @Nullable List<T> rows(
      JsonCursor in, AnswerPayload.Reader<T> reader, String where, List<UnreadablePart> unreadable)
      throws IOException {
    return in.isNull() ? List.of() : in.items(reader, where, unreadable);
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
        case ASSIGNEE_ID -> assignee = in.user(ASSIGNEE);
        default -> in.skip();
      }
    }
    return item == null || assignee == null ? null : new Assignment(item, assignee);
  }
}
