package io.inboxport;

import io.inboxport.account.AccountId;
import io.inboxport.account.Identity;
import io.inboxport.conversation.Assignment;
import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.ConversationPage;
import io.inboxport.conversation.ConversationQuery;
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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Notes every call in words, and answers with what it was given. */
final class RecordingGateway implements InboxGateway {
  final List<String> calls = new ArrayList<>();
  final List<ReplyDraft> sent = new ArrayList<>();
  final Deque<TimelinePage> pages = new ArrayDeque<>();
  Conversation conversation;

  /** The user of its key. */
  UserId caller = UserId.of("u1");

  /** The tags it confirms after a replacement; null for those asked for. */
  @Nullable List<Tag> confirmed;

  /** The time on its clock: long after every attempt, unless a test says otherwise. */
  Instant now = Instant.parse("2026-01-01T00:00:00Z");

  /** The time by which the server's clock is ahead of its clock. */
  Duration clockOffset = Duration.ZERO;

  RecordingGateway(Conversation conversation) {
    this.conversation = conversation;
  }

  /** The next page of the timeline holds these entries; behind the last page nothing follows. */
  RecordingGateway page(TimelineEntry... entries) {
    pages.add(new TimelinePage(List.of(entries), List.of()));
    return this;
  }

  @Override
  public ConversationPage list(ConversationQuery query) {
    calls.add("list " + query);
    return new ConversationPage(List.of(conversation), 1, List.of());
  }

  @Override
  public Conversation get(ConversationId id) {
    calls.add("get " + id);
    return conversation;
  }

  @Override
  public TimelinePage timeline(ConversationId id, @Nullable TimelineEntryId olderThan) {
    calls.add("timeline " + id + (olderThan == null ? "" : " " + olderThan));
    return pages.isEmpty() ? new TimelinePage(List.of(), List.of()) : pages.remove();
  }

  @Override
  public void setStatus(ConversationId id, Status status) {
    calls.add("setStatus " + id + " " + status);
  }

  @Override
  public Assignment assign(ConversationId id, UserId assignee, @Nullable String note) {
    calls.add("assign " + id + " " + assignee + (note == null ? "" : " " + note));
    return new Assignment(id, assignee);
  }

  @Override
  public TimelineEntry addNote(ConversationId id, String note) {
    calls.add("addNote " + id + " " + note);
    return TimelineEntry.withId(TimelineEntryId.of("eat1")).content(note).build();
  }

  @Override
  public List<Tag> replaceTags(ConversationId id, Collection<TagName> names) {
    calls.add("replaceTags " + id + " " + names);
    return confirmed != null
        ? confirmed
        : names.stream().map(name -> new Tag(TagId.of("etg-" + name), name.value())).toList();
  }

  @Override
  public void reply(ConversationId id, ReplyDraft draft) {
    calls.add("reply " + id);
    sent.add(draft);
  }

  @Override
  public void createCase(ConversationId id, SalesforceCase salesforceCase) {
    calls.add("createCase " + id + " " + salesforceCase.integration());
  }

  @Override
  public Identity me() {
    calls.add("me");
    return Identity.builder(caller, AccountId.of("a1")).build();
  }

  @Override
  public Clock clock() {
    return Clock.fixed(now, ZoneOffset.UTC);
  }

  @Override
  public Duration clockOffset() {
    return clockOffset;
  }
}
