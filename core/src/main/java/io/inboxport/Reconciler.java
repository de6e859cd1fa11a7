package io.inboxport;

import io.inboxport.InboxException.OutcomeUnknown;
import io.inboxport.Reconciliation.Outcome;
import io.inboxport.conversation.Conversation;
import io.inboxport.port.InboxWrite;
import io.inboxport.tag.Tag;
import io.inboxport.tag.TagName;
import io.inboxport.timeline.EntryType;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Looks, by reads only, whether a write of unknown outcome is in effect. */
final class Reconciler {
  /** How far the clocks here and there may be apart; equal texts closer than this look the same. */
  private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

  private final Inbox inbox;

  Reconciler(Inbox inbox) {
    this.inbox = inbox;
  }

  Reconciliation look(OutcomeUnknown unknown) {
    var write = unknown.write();
    if (write instanceof InboxWrite.SetStatus set) {
      return state(current(write).status().equals(set.status()), "The status");
    } else if (write instanceof InboxWrite.Assign assign) {
      return assignment(assign, unknown);
    } else if (write instanceof InboxWrite.ReplaceTags replace) {
      return tags(current(write), replace.names());
    } else if (write instanceof InboxWrite.AddNote note) {
      return text(unknown, note.note(), type -> type.equals(EntryType.NOTE));
    } else if (write instanceof InboxWrite.Reply reply) {
      return text(unknown, reply.draft().message(), type -> !type.equals(EntryType.NOTE));
    }
    return new Reconciliation(
        Outcome.INCONCLUSIVE, "The API tells nothing about Salesforce cases: look in Salesforce.");
  }

  private Conversation current(InboxWrite write) {
    return inbox.get(write.conversation());
  }

  private static Reconciliation state(boolean asAsked, String what) {
    return asAsked
        ? new Reconciliation(Outcome.DONE, what + " is as the write asked.")
        : new Reconciliation(Outcome.NOT_DONE, what + " is not as the write asked.");
  }

  private Reconciliation assignment(InboxWrite.Assign assign, OutcomeUnknown unknown) {
    boolean assigned = current(assign).assignee().equals(Optional.of(assign.assignee()));
    var note = assign.note();
    return note == null || !assigned
        ? state(assigned, "The assignee")
        : text(unknown, note, type -> type.equals(EntryType.NOTE));
  }

  private static Reconciliation tags(Conversation conversation, List<TagName> names) {
    if (conversation.tags().isEmpty()) {
      return new Reconciliation(Outcome.INCONCLUSIVE, "The tags could not be read.");
    }
    var wanted = names.stream().map(TagName::value).collect(Collectors.toSet());
    var present = conversation.tags().get().stream().map(Tag::name).collect(Collectors.toSet());
    return state(present.equals(wanted), "The set of tags");
  }

  private Reconciliation text(OutcomeUnknown unknown, String text, Predicate<EntryType> type) {
    // The server tells whole seconds: an entry of the attempt's own second counts as since then.
    var attempted = unknown.attemptedAt().truncatedTo(ChronoUnit.SECONDS);
    int since = 0;
    int doubtful = 0;
    for (var entry : inbox.timeline(unknown.write().conversation())) {
      var created = entry.created().orElse(null);
      if (created != null && created.isBefore(attempted.minus(CLOCK_TOLERANCE))) {
        break;
      }
      if (type.test(entry.type()) && normal(entry.content()).equals(normal(text))) {
        if (created == null || created.isBefore(attempted)) {
          doubtful++;
        } else {
          since++;
        }
      }
    }
    if (since + doubtful == 0) {
      return new Reconciliation(
          Outcome.NOT_DONE, "The timeline holds no such text since the attempt.");
    }
    return since == 1 && doubtful == 0
        ? new Reconciliation(Outcome.DONE, "The timeline holds the text, once, since the attempt.")
        : new Reconciliation(
            Outcome.INCONCLUSIVE,
            "The timeline holds the text, but not just once since the attempt: it may be another's"
                + " or an earlier one.");
  }

  /** Networks and browsers change white space; nothing else is forgiven. */
  private static String normal(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}
