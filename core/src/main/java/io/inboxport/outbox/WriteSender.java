package io.inboxport.outbox;

import io.inboxport.Inbox;
import io.inboxport.call.InboxException;
import io.inboxport.call.InboxException.ReplyRefused;
import io.inboxport.call.InboxException.UnreadableResponse;
import io.inboxport.call.InboxWrite;
import io.inboxport.port.InboxGateway;
import io.inboxport.reply.ReplyVerdict;
import io.inboxport.text.TextLimit;
import io.inboxport.timeline.TimelineEntryId;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Sender of writes: what is read before one leaves, and the call that makes it. */
final class WriteSender {
  private final InboxGateway gateway;
  private final Inbox inbox;
  private final boolean readingNewest;

  /**
   * Creates a sender.
   *
   * @param readingNewest whether it reads the newest entry of the timeline before a text leaves
   */
  WriteSender(InboxGateway gateway, boolean readingNewest) {
    this.gateway = gateway;
    this.inbox = Inbox.over(gateway);
    this.readingNewest = readingNewest;
  }

  /**
   * Write that is ready to leave.
   *
   * @param write the write, without content that is dropped
   * @param newestBefore the newest entry of the timeline; null if none is known
   */
  record ReadyWrite(InboxWrite write, @Nullable TimelineEntryId newestBefore) {}

  /**
   * Checks a write by what needs no call.
   *
   * @throws IllegalArgumentException when no server would take it
   */
  static void check(InboxWrite write) {
    if (write instanceof InboxWrite.AddNote note) {
      TextLimit.NOTE.check(note.note());
    } else if (write instanceof InboxWrite.Assign assign && assign.note() != null) {
      TextLimit.NOTE.check(assign.note());
    }
  }

  /** Reads what has to be known before the write leaves, and judges a reply. */
  ReadyWrite prepare(InboxWrite write) {
    if (write instanceof InboxWrite.Reply reply) {
      var verdict = inbox.canReply(reply.conversation(), reply.draft());
      if (verdict instanceof ReplyVerdict.Refused refused) {
        throw new ReplyRefused(reply.conversation(), refused);
      }
      var draft = reply.draft().without(verdict.dropped());
      return new ReadyWrite(new InboxWrite.Reply(reply.conversation(), draft), newestEntry(write));
    }
    return new ReadyWrite(write, leavesText(write) ? newestEntry(write) : null);
  }

  /** Returns whether {@link #prepare} makes calls for this write. */
  boolean isReading(InboxWrite write) {
    return write instanceof InboxWrite.Reply || (readingNewest && leavesText(write));
  }

  /** Returns whether the write leaves a text in the timeline. */
  private static boolean leavesText(InboxWrite write) {
    return write instanceof InboxWrite.Reply
        || write instanceof InboxWrite.AddNote
        || (write instanceof InboxWrite.Assign assign && assign.note() != null);
  }

  private @Nullable TimelineEntryId newestEntry(InboxWrite write) {
    if (!readingNewest) {
      return null;
    }
    try {
      var entries = inbox.timeline(write.conversation()).iterator();
      return entries.hasNext() ? entries.next().id() : null;
    } catch (UnreadableResponse e) {
      // Evidence is weaker without it, and a write need not wait for that.
      return null;
    }
  }

  /**
   * Makes the call.
   *
   * @param allowed asked right before it leaves
   * @return what the answer tells beyond success, in words; empty if nothing
   * @throws InboxException when it fails
   */
  String send(InboxWrite write, BooleanSupplier allowed) {
    var guarded = gateway.leavingOnlyIf(allowed);
    if (write instanceof InboxWrite.SetStatus set) {
      guarded.setStatus(set.conversation(), set.status());
    } else if (write instanceof InboxWrite.Assign assign) {
      guarded.assign(assign.conversation(), assign.assignee(), assign.note());
    } else if (write instanceof InboxWrite.AddNote note) {
      guarded.addNote(note.conversation(), note.note());
    } else if (write instanceof InboxWrite.ReplaceTags replace) {
      return replaceTags(guarded, replace);
    } else if (write instanceof InboxWrite.Reply reply) {
      guarded.reply(reply.conversation(), reply.draft());
    } else if (write instanceof InboxWrite.CreateCase create) {
      guarded.createCase(create.conversation(), create.salesforceCase());
    }
    return "";
  }

  private static String replaceTags(InboxGateway guarded, InboxWrite.ReplaceTags replace) {
    var confirmed = Inbox.over(guarded).replaceTags(replace.conversation(), replace.names());
    return confirmed.isAsAsked() ? "" : " The server confirmed other tags than those asked for.";
  }
}
