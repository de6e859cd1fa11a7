package io.inboxport.inmemory;

import io.inboxport.call.CallSubject;
import io.inboxport.call.InboxException;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.EntryType;
import io.inboxport.inmemory.ServerBehavior.LengthUnit;
import io.inboxport.text.TextLimit;
import java.time.Instant;

/**
 * Call that the server executes, with everything that decides about the answer.
 *
 * @param now the time, to the second
 */
record ServerCall(CallSubject subject, InboxState state, ServerBehavior behavior, Instant now) {

  /** Returns the item the call is about. */
  StoredConversation item(ConversationId id) {
    return state.item(subject.operation(), id);
  }

  /** Returns the state with the item, and what a timeline shows of this text of the caller. */
  InboxState showing(StoredConversation item, EntryType type, String text) {
    var shown = state.with(item);
    for (var content : behavior.textTreatment().entriesOf(text)) {
      shown = shown.with(shown.item(item.key()), type, content, AccountIdentity.CALLER, now);
    }
    return shown;
  }

  boolean rejects(OpenQuestion question) {
    return !behavior.accepts(question);
  }

  InboxException rejected(String words) {
    return rejected(400, words);
  }

  InboxException rejected(int status, String words) {
    return new InboxException.Rejected(subject, status, words);
  }

  void checkGiven(String parameter, String text) {
    if (text.isBlank()) {
      throw rejected("Missing value for parameter " + parameter);
    }
  }

  void checkLength(String parameter, String text, TextLimit limit) {
    int length =
        behavior.lengthUnit() == LengthUnit.CODE_POINTS ? TextLimit.lengthOf(text) : text.length();
    if (length > limit.maximum()) {
      throw rejected(parameter + " must be between 1 and " + limit.maximum() + " characters long");
    }
  }
}
