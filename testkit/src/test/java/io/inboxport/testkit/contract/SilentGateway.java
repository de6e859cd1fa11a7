package io.inboxport.testkit.contract;

import io.inboxport.account.AccountId;
import io.inboxport.account.Identity;
import io.inboxport.call.Operation;
import io.inboxport.conversation.Assignment;
import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.ConversationPage;
import io.inboxport.conversation.ConversationQuery;
import io.inboxport.conversation.EntryType;
import io.inboxport.conversation.Status;
import io.inboxport.conversation.UserId;
import io.inboxport.port.InboxGateway;
import io.inboxport.reply.ReplyDraft;
import io.inboxport.salesforce.SalesforceCase;
import io.inboxport.tag.Tag;
import io.inboxport.tag.TagId;
import io.inboxport.tag.TagName;
import io.inboxport.timeline.TimelineEntry;
import io.inboxport.timeline.TimelineEntryId;
import io.inboxport.timeline.TimelinePage;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gateway on which one operation does nothing, answers as if it had, and tells nothing. */
final class SilentGateway extends DelegatingGateway {
  private final Operation silent;

  SilentGateway(InboxGateway sound, Operation silent) {
    super(sound);
    this.silent = silent;
  }

  @Override
  public ConversationPage list(ConversationQuery query) {
    return silent == Operation.LIST
        ? new ConversationPage(List.of(), 0, List.of())
        : super.list(query);
  }

  @Override
  public Conversation get(ConversationId id) {
    return silent == Operation.GET ? Conversation.withId(id).build() : super.get(id);
  }

  @Override
  public TimelinePage timeline(ConversationId id, @Nullable TimelineEntryId olderThan) {
    return silent == Operation.TIMELINE
        ? new TimelinePage(List.of(), List.of())
        : super.timeline(id, olderThan);
  }

  @Override
  public void setStatus(ConversationId id, Status status) {
    if (silent != Operation.SET_STATUS) {
      super.setStatus(id, status);
    }
  }

  @Override
  public Assignment assign(ConversationId id, UserId assignee, @Nullable String note) {
    return silent == Operation.ASSIGN
        ? new Assignment(id, assignee)
        : super.assign(id, assignee, note);
  }

  @Override
  public TimelineEntry addNote(ConversationId id, String note) {
    return silent == Operation.ADD_NOTE
        ? TimelineEntry.withId(TimelineEntryId.of("eat0"))
            .type(EntryType.NOTE)
            .content(note)
            .build()
        : super.addNote(id, note);
  }

  @Override
  public List<Tag> replaceTags(ConversationId id, Collection<TagName> names) {
    return silent == Operation.REPLACE_TAGS
        ? names.stream().map(name -> new Tag(TagId.of("etg0"), name.value())).toList()
        : super.replaceTags(id, names);
  }

  @Override
  public void reply(ConversationId id, ReplyDraft draft) {
    if (silent != Operation.REPLY) {
      super.reply(id, draft);
    }
  }

  @Override
  public void createCase(ConversationId id, SalesforceCase salesforceCase) {
    if (silent != Operation.CREATE_CASE) {
      super.createCase(id, salesforceCase);
    }
  }

  @Override
  public Identity me() {
    return silent == Operation.ME
        ? Identity.builder(UserId.of("0"), AccountId.of("0")).build()
        : super.me();
  }
}
