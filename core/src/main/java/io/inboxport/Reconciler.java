package io.inboxport;

import io.inboxport.Reconciliation.Outcome;
import io.inboxport.call.InboxException.OutcomeUnknown;
import io.inboxport.call.InboxWrite;
import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.UnreadablePart;
import io.inboxport.port.InboxGateway;
import io.inboxport.tag.Tag;
import io.inboxport.tag.TagName;
import io.inboxport.timeline.TimelineEntry;
import io.inboxport.timeline.TimelineEntryId;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Search, by reads only, for the effect of a write of unknown outcome. */
final class Reconciler {
  /** Number of entries in a row that are too old, after which no newer one is expected. */
  private static final int ENOUGH = 20;

  /** A timeline may go on for ever: the search ends behind so many entries, and says so. */
  private static final int MOST_ENTRIES = 2_000;

  private final Inbox inbox;
  private final Clock clock;
  // Asked for each entry: the answer that brings the entries brings the server's time as well.
  private final Supplier<Duration> clockOffset;
  private final Duration settlingTime;
  private final @Nullable TimelineEntryId newestBefore;

  /**
   * Creates a search.
   *
   * @param newestBefore the newest entry that was seen before the attempt, or null if none is known
   */
  Reconciler(
      Inbox inbox,
      InboxGateway gateway,
      Duration settlingTime,
      @Nullable TimelineEntryId newestBefore) {
    this.inbox = inbox;
    this.clock = gateway.clock();
    this.clockOffset = gateway::clockOffset;
    this.settlingTime = settlingTime;
    this.newestBefore = newestBefore;
  }

  Reconciliation look(OutcomeUnknown unknown) {
    // Before the reads: what is executed behind them must not count as settled.
    var now = clock.instant();
    var found = search(unknown);
    if (found.outcome() != Outcome.NOT_DONE) {
      return found;
    }
    var settledAt = unknown.endedAt().plus(settlingTime);
    return now.isBefore(settledAt)
        ? new Reconciliation(
            Outcome.INCONCLUSIVE,
            "It is too early to tell: nothing was found, but a slow server may still execute it.",
            settledAt)
        : found;
  }

  private Reconciliation search(OutcomeUnknown unknown) {
    var write = unknown.write();
    if (write instanceof InboxWrite.SetStatus set) {
      return status(current(write), set);
    } else if (write instanceof InboxWrite.Assign assign) {
      return assignment(assign, unknown);
    } else if (write instanceof InboxWrite.ReplaceTags replace) {
      return tags(current(write), replace.names());
    } else if (write instanceof InboxWrite.AddNote note) {
      return find(SentText.note(note.note(), unknown.attemptedAt(), clockOffset), note);
    } else if (write instanceof InboxWrite.Reply reply) {
      return find(
          SentText.reply(reply.draft().message(), unknown.attemptedAt(), clockOffset), reply);
    } else if (write instanceof InboxWrite.CreateCase) {
      return inconclusive("The API tells nothing about Salesforce cases: look in Salesforce.");
    }
    return inconclusive(
        "The write is not known, as Java serialization does not carry it: look at the conversation"
            + " yourself.");
  }

  private Conversation current(InboxWrite write) {
    return inbox.asked(write.conversation());
  }

  private static Reconciliation status(Conversation conversation, InboxWrite.SetStatus set) {
    var status = conversation.status();
    return status.text().isBlank()
        ? inconclusive("The server does not say the status.")
        : state(status.equals(set.status()), "The status");
  }

  private static Reconciliation tags(Conversation conversation, List<TagName> names) {
    if (conversation.tags().isEmpty()) {
      return inconclusive("The tags could not be read.");
    }
    var wanted = names.stream().map(TagName::value).collect(Collectors.toSet());
    var present = conversation.tags().get().stream().map(Tag::name).collect(Collectors.toSet());
    return !present.equals(wanted) && RewrittenNames.mayBe(wanted, present)
        ? inconclusive(
            "The tags may be those that were asked for, in other letters: servers rewrite names.")
        : state(present.equals(wanted), "The set of tags");
  }

  private Reconciliation assignment(InboxWrite.Assign assign, OutcomeUnknown unknown) {
    var conversation = current(assign);
    if (conversation.assignee().isEmpty() && !conversation.unreadable().isEmpty()) {
      return inconclusive("A part of the conversation could not be read, and may be the assignee.");
    }
    boolean assigned = conversation.assignee().equals(Optional.of(assign.assignee()));
    var state = state(assigned, "The assignee");
    if (assign.note() == null) {
      return state;
    }
    var note = find(SentText.note(assign.note(), unknown.attemptedAt(), clockOffset), assign);
    if (assigned || note.outcome() == Outcome.INCONCLUSIVE) {
      return note;
    }
    // With the note in place the write was executed, and sending it again would repeat the note.
    return note.outcome() == Outcome.DONE
        ? inconclusive(
            "The note is there, but the assignee is not, or no longer, the one asked for.")
        : state;
  }

  private Reconciliation find(SentText sent, InboxWrite write) {
    var unreadable = new ArrayList<UnreadablePart>();
    var equal = new ArrayList<TimelineEntry>();
    var equalInTheSecond = new ArrayList<TimelineEntry>();
    int possible = 0;
    int unexplained = 0;
    int tooOld = 0;
    int entries = 0;
    boolean isSeenBefore = false;
    for (var entry : inbox.timeline(write.conversation()).reportingUnreadable(unreadable::add)) {
      if (++entries > MOST_ENTRIES) {
        return inconclusive(
            "The search ended after " + MOST_ENTRIES + " entries, and the timeline goes on.");
      }
      boolean isNewestBefore = entry.id().equals(newestBefore);
      if (isNewestBefore) {
        // What the walk has passed is newer, and so from after the attempt.
        equal.addAll(equalInTheSecond);
        equalInTheSecond.clear();
        isSeenBefore = true;
      }
      // The vendor does not say by what the server sorts: one old entry is not yet the end.
      tooOld = sent.isTooOld(entry) ? tooOld + 1 : 0;
      if (tooOld == ENOUGH) {
        break;
      } else if (tooOld > 0 || isNewestBefore || (isSeenBefore && sent.isEarlier(entry))) {
        continue;
      }
      switch (sent.traceIn(entry)) {
        case CERTAIN -> equal.add(entry);
        case SAME_SECOND -> equalInTheSecond.add(entry);
        case POSSIBLE -> possible++;
        case UNEXPLAINED -> unexplained++;
        case NONE -> {}
      }
    }
    possible += equalInTheSecond.size();
    if (equal.size() == 1 && possible == 0 && isCallers(equal.get(0))) {
      return new Reconciliation(Outcome.DONE, "The timeline holds the text, once, since then.");
    } else if (!equal.isEmpty() || possible > 0) {
      return inconclusive(
          "The timeline holds such a text, but it may be an earlier one, another's or the"
              + " customer's.");
    }
    if (unexplained > 0) {
      return inconclusive(
          "The timeline holds no such text, but an entry since then that may be it in other words:"
              + " servers and networks rewrite texts.");
    }
    return unreadable.isEmpty()
        ? new Reconciliation(Outcome.NOT_DONE, "The timeline holds no such text since then.")
        : inconclusive("A part of the timeline could not be read, and may hold the text.");
  }

  /** Another user of the account may have written the same words. */
  private boolean isCallers(TimelineEntry entry) {
    return entry.createdBy().equals(Optional.of(inbox.me().user()));
  }

  private static Reconciliation state(boolean asAsked, String what) {
    return asAsked
        ? new Reconciliation(Outcome.DONE, what + " is as the write asked.")
        : new Reconciliation(Outcome.NOT_DONE, what + " is not as the write asked.");
  }

  private static Reconciliation inconclusive(String explanation) {
    return new Reconciliation(Outcome.INCONCLUSIVE, explanation);
  }
}
