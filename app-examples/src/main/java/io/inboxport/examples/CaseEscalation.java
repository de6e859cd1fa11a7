package io.inboxport.examples;

import io.inboxport.Inbox;
import io.inboxport.Reconciliation.Outcome;
import io.inboxport.call.InboxException;
import io.inboxport.call.InboxException.OutcomeUnknown;
import io.inboxport.conversation.ConversationId;
import io.inboxport.reply.ReplyDraft;
import io.inboxport.salesforce.IntegrationId;
import io.inboxport.salesforce.SalesforceCase;
import io.inboxport.timeline.TimelineEntry;
import java.util.ArrayList;
import java.util.List;

/**
 * Hands a conversation to support: a Salesforce case, a word to the customer, a note for the
 * colleagues. Each write may get lost on the way unheard; what happens then is the point of this
 * example.
 */
public final class CaseEscalation {
  private final Inbox inbox;
  private final IntegrationId salesforce;

  /** Escalates through this integration. */
  public CaseEscalation(Inbox inbox, IntegrationId salesforce) {
    this.inbox = inbox;
    this.salesforce = salesforce;
  }

  /**
   * Escalates, and returns what a person has to look after; usually empty.
   *
   * @param reason why, for the case and the note
   * @throws InboxException when there is no case, and so nothing was done
   */
  public List<String> escalate(ConversationId id, String reason) {
    var open = new ArrayList<String>();
    once(
        id,
        () -> inbox.createCase(id, SalesforceCase.through(salesforce).describedAs(reason)),
        "Is there a Salesforce case for " + id + "?",
        open);
    afterwards(
        id,
        () -> inbox.reply(id, ReplyDraft.of("Our specialists are on it. You will hear from them.")),
        "Did the customer of " + id + " get the reply?",
        open);
    afterwards(
        id,
        () -> inbox.addNote(id, "Escalated: " + reason),
        "Is there a note on " + id + "?",
        open);
    return open;
  }

  /**
   * The case is there by now. To escalate anew because of this failure might tell the customer, or
   * the colleagues, twice.
   */
  private void afterwards(ConversationId id, Runnable write, String question, List<String> open) {
    try {
      once(id, write, question, open);
    } catch (InboxException failure) {
      open.add(question + " " + failure.getMessage());
    }
  }

  /**
   * Writes, and looks before anything else if it is not known whether that worked. Only a write
   * that left no trace is made again, once. What stays in doubt is for a person, and so is what it
   * is too early to tell: the answer names the time to look again.
   *
   * <p>Servers tell times in seconds. Knowing what was there before lets a text of the same second
   * count.
   */
  private void once(ConversationId id, Runnable write, String question, List<String> open) {
    var newestBefore = inbox.timeline(id).stream().map(TimelineEntry::id).findFirst();
    for (int attempt = 1; attempt <= 2; attempt++) {
      try {
        write.run();
        return;
      } catch (OutcomeUnknown unknown) {
        var found =
            newestBefore
                .map(newest -> inbox.reconcile(unknown, newest))
                .orElseGet(() -> inbox.reconcile(unknown));
        if (found.outcome() == Outcome.DONE) {
          return;
        }
        if (found.outcome() == Outcome.INCONCLUSIVE) {
          open.add(question + found.lookAgainAt().map(time -> " Look at " + time + ".").orElse(""));
          return;
        }
      }
    }
    open.add(question);
  }
}
