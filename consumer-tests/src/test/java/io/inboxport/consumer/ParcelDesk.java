package io.inboxport.consumer;

import io.inboxport.Inbox;
import io.inboxport.Reconciliation.Outcome;
import io.inboxport.call.InboxException.OutcomeUnknown;
import io.inboxport.conversation.ConversationId;
import io.inboxport.reply.ReplyDraft;

/** Rules of a user: answers, looks if the answer's fate is unknown, and closes what is done. */
record ParcelDesk(Inbox inbox) {
  void answer(ConversationId id) {
    try {
      inbox.reply(id, ReplyDraft.of("It is on its way."));
    } catch (OutcomeUnknown unknown) {
      if (inbox.reconcile(unknown).outcome() != Outcome.DONE) {
        return;
      }
    }
    inbox.close(id);
  }
}
