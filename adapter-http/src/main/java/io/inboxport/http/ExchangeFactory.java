package io.inboxport.http;

import io.inboxport.account.Identity;
import io.inboxport.call.InboxWrite;
import io.inboxport.call.Operation;
import io.inboxport.conversation.Assignment;
import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.ConversationPage;
import io.inboxport.conversation.ConversationQuery;
import io.inboxport.conversation.EntryType;
import io.inboxport.tag.Tag;
import io.inboxport.timeline.TimelineEntry;
import io.inboxport.timeline.TimelineEntryId;
import io.inboxport.timeline.TimelinePage;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Factory of exchanges: for each call of the port, what to ask the API for, how its answer is read,
 * and whether an answer belongs to it.
 *
 * @param api the endpoints
 * @param answers reads what they answer
 */
record ExchangeFactory(InboxApi api, AnswerReader answers) {
  /** An entry of such a type is no answer to a note; a type that is not known may be one. */
  private static final Set<EntryType> NO_NOTES =
      Set.of(EntryType.MESSAGE, EntryType.COMMENT, EntryType.LIKE, EntryType.SHARE);

  ApiExchange<ConversationPage> list(ConversationQuery query) {
    var filters = RequestForms.filters(query);
    return ApiExchange.read(
        Operation.LIST,
        null,
        query.text().stream().toList(),
        sending -> api.list(filters, sending),
        answers::conversations);
  }

  ApiExchange<Conversation> get(ConversationId id) {
    var path = id.value();
    return ApiExchange.read(
            Operation.GET, id, List.of(), sending -> api.get(path, sending), answers::conversation)
        .answeredBy(conversation -> conversation.id().equals(id));
  }

  ApiExchange<TimelinePage> timeline(ConversationId id, @Nullable TimelineEntryId olderThan) {
    var path = id.value();
    var cursor = olderThan == null ? null : olderThan.value();
    return ApiExchange.read(
        Operation.TIMELINE,
        id,
        List.of(),
        sending -> api.timeline(path, cursor, sending),
        answers::timeline);
  }

  ApiExchange<Identity> me() {
    return ApiExchange.read(Operation.ME, null, List.of(), api::me, answers::identity);
  }

  ApiExchange<?> setStatus(InboxWrite.SetStatus write) {
    var path = write.conversation().value();
    var form = WriteForm.builder().id("status", write.status().name()).build();
    return ApiExchange.write(
        write, form, sending -> api.setStatus(path, form, sending), AnswerPayload::none);
  }

  ApiExchange<Assignment> assign(InboxWrite.Assign write) {
    var form =
        WriteForm.builder()
            .id("assignee_id", write.assignee().value())
            .text("note", Optional.ofNullable(write.note()))
            .build();
    return action(write, "assign", form, answers::assignment)
        .answeredBy(new Assignment(write.conversation(), write.assignee())::equals);
  }

  ApiExchange<TimelineEntry> addNote(InboxWrite.AddNote write) {
    var form = WriteForm.builder().text("note", write.note()).build();
    return action(write, "note", form, answers::note)
        .answeredBy(entry -> !NO_NOTES.contains(entry.type()));
  }

  ApiExchange<List<Tag>> replaceTags(InboxWrite.ReplaceTags write) {
    return action(write, "tag", RequestForms.tags(write.names()), answers::tags);
  }

  ApiExchange<?> reply(InboxWrite.Reply write) {
    return action(write, "reply", RequestForms.reply(write.draft()), AnswerPayload::none);
  }

  ApiExchange<?> createCase(InboxWrite.CreateCase write) {
    var form = RequestForms.salesforceCase(write.salesforceCase());
    return action(write, "create-case", form, AnswerPayload::none);
  }

  private <T> ApiExchange<T> action(
      InboxWrite write, String action, WriteForm form, Supplier<AnswerPayload<T>> payload) {
    var path = write.conversation().value();
    return ApiExchange.write(write, form, sending -> api.act(path, action, form, sending), payload);
  }
}
