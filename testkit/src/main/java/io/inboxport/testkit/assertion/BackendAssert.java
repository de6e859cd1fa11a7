package io.inboxport.testkit.assertion;

import io.inboxport.call.InboxWrite;
import io.inboxport.call.Operation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.inmemory.Fault;
import io.inboxport.inmemory.InMemoryInboxGateway;
import io.inboxport.inmemory.WriteAttempt;
import io.inboxport.inmemory.WriteAttempts;
import io.inboxport.reply.ReplyDraft;
import io.inboxport.testkit.report.BackendReport;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions on what came to an inbox in memory: what was sent, what was attempted, and which
 * faults were met.
 *
 * <p>They go by {@link InMemoryInboxGateway#attempts()}, so what filled the inbox does not count
 * once that log is cleared, as {@link io.inboxport.testkit.fixtures.DemoInbox} does. A reply counts
 * as sent if the server executed it, be the answer heard or not. For each assertion the latest
 * {@value WriteAttempts#REMEMBERED} writes must be all.
 */
public final class BackendAssert extends AbstractAssert<BackendAssert, InMemoryInboxGateway> {
  BackendAssert(InMemoryInboxGateway backend) {
    super(backend, BackendAssert.class);
  }

  /**
   * Checks that this reply was sent to this conversation, at least once; {@link
   * SentReplyAssert#once()} is stricter.
   *
   * @param message the text as it was asked for, whatever the network made of it
   */
  public SentReplyAssert replied(ConversationId id, String message) {
    var sent = replies(id).stream().filter(draft -> draft.message().equals(message)).toList();
    if (sent.isEmpty()) {
      throw failed(
          id, "This reply should have been sent to " + id + ", and was not:\n  " + message);
    }
    return new SentReplyAssert(this, id, sent);
  }

  /** Checks that no reply was sent to this conversation. */
  public BackendAssert didNotReply(ConversationId id) {
    if (!replies(id).isEmpty()) {
      throw failed(id, "No reply should have been sent to " + id + ", and some were.");
    }
    return this;
  }

  /** Checks that no reply was sent to any customer. Notes, tags and the like may be there. */
  public BackendAssert sentNothing() {
    if (executed().anyMatch(write -> write instanceof InboxWrite.Reply)) {
      throw failed("No reply should have been sent, and some were.");
    }
    return this;
  }

  /** Checks that nothing was written: no reply, no note, and no change. */
  public BackendAssert changedNothing() {
    if (executed().findAny().isPresent()) {
      throw failed("Nothing should have been written, and something was.");
    }
    return this;
  }

  /** Checks how often this write was attempted, whatever became of each attempt. */
  public BackendAssert attempted(Operation operation, int times) {
    if (!operation.isWrite()) {
      throw new IllegalArgumentException(operation + " is a read, which is not logged.");
    }
    var attempts = attempts().stream().filter(a -> a.write().operation() == operation).count();
    if (attempts != times) {
      throw failed(
          operation + " should have been attempted " + times + " times, and was " + attempts + ".");
    }
    return this;
  }

  /** Checks that a call of this operation met this fault. */
  public BackendAssert metFault(Operation operation, Fault fault) {
    isNotNull();
    if (actual.faults().fired().stream()
        .noneMatch(met -> met.operation() == operation && met.fault().equals(fault))) {
      throw failed("A call of " + operation + " should have met " + fault + ", and none did.");
    }
    return this;
  }

  /** Checks that as many calls came as faults were planned for. */
  public BackendAssert metEveryPlannedFault() {
    isNotNull();
    if (!actual.faults().unmet().isEmpty()) {
      throw failed("Every planned fault should have been met, and some were not.");
    }
    return this;
  }

  /** Begins assertions on this conversation, as it stands now. */
  public ConversationAssert conversation(ConversationId id) {
    isNotNull();
    return new ConversationAssert(this, actual, id);
  }

  private List<ReplyDraft> replies(ConversationId id) {
    Objects.requireNonNull(id, "id");
    return executed()
        .filter(write -> write.conversation().equals(id))
        .filter(InboxWrite.Reply.class::isInstance)
        .map(write -> ((InboxWrite.Reply) write).draft())
        .toList();
  }

  private Stream<InboxWrite> executed() {
    return attempts().stream().filter(WriteAttempt::isExecuted).map(WriteAttempt::write);
  }

  private List<WriteAttempt> attempts() {
    isNotNull();
    var attempts = actual.attempts();
    if (attempts.total() > WriteAttempts.REMEMBERED) {
      throw failure(
          "%s writes were attempted, and only the latest %s are remembered:"
              + " clear attempts() in between.",
          attempts.total(), WriteAttempts.REMEMBERED);
    }
    return attempts.all();
  }

  private AssertionError failed(String what) {
    return failure("%s\n%s", what, BackendReport.of(actual).text());
  }

  AssertionError failed(ConversationId id, String what) {
    return failure("%s\n%s", what, BackendReport.of(actual).about(id).text());
  }
}
