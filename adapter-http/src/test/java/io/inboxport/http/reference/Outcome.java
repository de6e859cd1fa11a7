package io.inboxport.http.reference;

import io.inboxport.call.InboxException;
import io.inboxport.call.InboxException.OutcomeUnknown;
import io.inboxport.call.InboxException.RateLimited;
import io.inboxport.call.InboxException.Rejected;
import java.util.List;
import java.util.function.Supplier;

/**
 * End of a call.
 *
 * @param kind the kind of the error, or {@code "success"}
 * @param salient the value, or all of the error that a caller acts on
 * @param words what the server said, which the reference does not know
 */
record Outcome(String kind, Object salient, String words) {
  static Outcome of(Supplier<Object> call) {
    try {
      return new Outcome("success", call.get(), "");
    } catch (InboxException error) {
      return of(error);
    }
  }

  static Outcome of(InboxException error) {
    var words = error instanceof Rejected rejected ? rejected.serverMessage() : "";
    return new Outcome(
        error.kind().label(),
        List.of(error.kind().label(), error.operation(), error.conversation(), details(error)),
        words);
  }

  private static List<Object> details(InboxException error) {
    if (error instanceof Rejected rejected) {
      return List.of(rejected.status());
    } else if (error instanceof RateLimited limited) {
      return List.of(limited.retryAt());
    } else if (error instanceof OutcomeUnknown unknown) {
      return List.of(unknown.write(), unknown.attemptedAt());
    }
    return List.of();
  }
}
