package io.inboxport.testkit.crash;

import io.inboxport.account.Identity;
import io.inboxport.call.InboxException;
import io.inboxport.call.InboxException.OutcomeUnknown;
import io.inboxport.call.InboxException.Unavailable;
import io.inboxport.call.InboxWrite;
import io.inboxport.call.Operation;
import io.inboxport.conversation.Assignment;
import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.Status;
import io.inboxport.conversation.UserId;
import io.inboxport.port.ForwardingInboxGateway;
import io.inboxport.port.InboxGateway;
import io.inboxport.reply.ReplyDraft;
import io.inboxport.salesforce.SalesforceCase;
import io.inboxport.tag.Tag;
import io.inboxport.tag.TagName;
import io.inboxport.timeline.TimelineEntry;
import io.inboxport.timeline.TimelineEntryId;
import io.inboxport.timeline.TimelinePage;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Gateway whose process dies, or which fails, at the point of a {@link CrashSwitch}. A failed write
 * ends as {@link OutcomeUnknown}, whether it was executed or not; a failed read as {@link
 * Unavailable}.
 */
public final class CrashingInboxGateway extends ForwardingInboxGateway {
  private final CrashSwitch crash;

  /** Creates the view that a process with this switch has of a server. */
  public CrashingInboxGateway(InboxGateway delegate, CrashSwitch crash) {
    super(delegate);
    this.crash = Objects.requireNonNull(crash, "crash");
  }

  private <T> T read(Operation operation, @Nullable ConversationId id, Supplier<T> call) {
    return crash.pass(
        operation.name(),
        call::get,
        done -> new Unavailable(operation, id, "The read failed in a test.", null, null));
  }

  private <T extends @Nullable Object> T write(InboxWrite write, Supplier<T> call) {
    return crash.<T, InboxException>pass(
        write.operation().name(),
        call::get,
        done -> new OutcomeUnknown(write, clock().instant(), "The answer is lost.", null));
  }

  @Override
  public Conversation get(ConversationId id) {
    return read(Operation.GET, id, () -> super.get(id));
  }

  @Override
  public TimelinePage timeline(ConversationId id, @Nullable TimelineEntryId olderThan) {
    return read(Operation.TIMELINE, id, () -> super.timeline(id, olderThan));
  }

  @Override
  public Identity me() {
    return read(Operation.ME, null, super::me);
  }

  @Override
  public void setStatus(ConversationId id, Status status) {
    write(new InboxWrite.SetStatus(id, status), run(() -> super.setStatus(id, status)));
  }

  @Override
  public Assignment assign(ConversationId id, UserId assignee, @Nullable String note) {
    return write(new InboxWrite.Assign(id, assignee, note), () -> super.assign(id, assignee, note));
  }

  @Override
  public TimelineEntry addNote(ConversationId id, String note) {
    return write(new InboxWrite.AddNote(id, note), () -> super.addNote(id, note));
  }

  @Override
  public List<Tag> replaceTags(ConversationId id, Collection<TagName> names) {
    return write(
        new InboxWrite.ReplaceTags(id, List.copyOf(names)), () -> super.replaceTags(id, names));
  }

  @Override
  public void reply(ConversationId id, ReplyDraft draft) {
    write(new InboxWrite.Reply(id, draft), run(() -> super.reply(id, draft)));
  }

  @Override
  public void createCase(ConversationId id, SalesforceCase salesforceCase) {
    write(
        new InboxWrite.CreateCase(id, salesforceCase),
        run(() -> super.createCase(id, salesforceCase)));
  }

  private static Supplier<@Nullable Object> run(Runnable call) {
    return () -> {
      call.run();
      return null;
    };
  }
}
