package io.inboxport.app;

import io.inboxport.conversation.Assignment;
import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.UserId;
import io.inboxport.port.ForwardingInboxGateway;
import io.inboxport.port.InboxGateway;
import io.inboxport.tag.Tag;
import io.inboxport.tag.TagName;
import io.inboxport.timeline.TimelineEntry;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Answers of the server to one write. An outbox tells the fate of a write, and no more. */
final class KeptAnswers {
  private @Nullable Conversation conversation;
  private @Nullable Assignment assignment;
  private @Nullable TimelineEntry note;
  private @Nullable List<Tag> tags;

  /** The conversation as it was when its reply was judged. */
  Conversation conversation() {
    return Objects.requireNonNull(conversation, "conversation");
  }

  Assignment assignment() {
    return Objects.requireNonNull(assignment, "assignment");
  }

  TimelineEntry note() {
    return Objects.requireNonNull(note, "note");
  }

  List<Tag> tags() {
    return Objects.requireNonNull(tags, "tags");
  }

  /** Returns a gateway in front of this one, whose answers are kept here. */
  InboxGateway of(InboxGateway gateway) {
    return new KeepingGateway(gateway);
  }

  private final class KeepingGateway extends ForwardingInboxGateway {
    KeepingGateway(InboxGateway gateway) {
      super(gateway);
    }

    @Override
    public InboxGateway leavingOnlyIf(BooleanSupplier allowed) {
      return new KeepingGateway(delegate().leavingOnlyIf(allowed));
    }

    @Override
    public Conversation get(ConversationId id) {
      var answer = super.get(id);
      conversation = answer;
      return answer;
    }

    @Override
    public Assignment assign(ConversationId id, UserId assignee, @Nullable String text) {
      var answer = super.assign(id, assignee, text);
      assignment = answer;
      return answer;
    }

    @Override
    public TimelineEntry addNote(ConversationId id, String text) {
      var answer = super.addNote(id, text);
      note = answer;
      return answer;
    }

    @Override
    public List<Tag> replaceTags(ConversationId id, Collection<TagName> names) {
      var answer = super.replaceTags(id, names);
      tags = answer;
      return answer;
    }
  }
}
