package io.inboxport.http;

import io.inboxport.call.AccountWrite;
import io.inboxport.call.InboxException;
import io.inboxport.call.InboxException.ChangeUnknown;
import io.inboxport.call.InboxException.OutcomeUnknown;
import io.inboxport.call.InboxWrite;
import org.jspecify.annotations.Nullable;

/** Maker of the error that leaves the fate of one write open. */
@FunctionalInterface
interface UnknownFate {
  InboxException of(AttemptSpan span, String detail, @Nullable Throwable cause);

  static UnknownFate of(InboxWrite write) {
    return (span, detail, cause) ->
        new OutcomeUnknown(write, span.startedAt(), span.endedAt(), detail, cause);
  }

  static UnknownFate of(AccountWrite write) {
    return (span, detail, cause) ->
        new ChangeUnknown(write, span.startedAt(), span.endedAt(), detail, cause);
  }
}
