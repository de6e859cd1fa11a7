package io.inboxport.http.reference;

import io.inboxport.call.InboxException;
import io.inboxport.call.InboxException.AuthenticationFailed;
import io.inboxport.call.InboxException.NotFound;
import io.inboxport.call.InboxException.OutcomeUnknown;
import io.inboxport.call.InboxException.PermissionDenied;
import io.inboxport.call.InboxException.RateLimited;
import io.inboxport.call.InboxException.Rejected;
import io.inboxport.call.InboxException.Unavailable;
import io.inboxport.call.InboxException.UnreadableResponse;
import io.inboxport.inmemory.Fault;
import java.time.Duration;
import java.time.Instant;

/** Trouble that a call may meet: in the words of the twin, and how it must end. */
enum Trouble {
  UNAVAILABLE(Fault.unavailable()),
  UNHEARD(Fault.unheard()),
  LOST(Fault.lost()),
  GARBLED(Fault.garbled()),
  RATE_LIMITED(Fault.rateLimited(Duration.ofSeconds(7))),
  NOT_AUTHENTICATED(Fault.authenticationFailed()),
  NOT_PERMITTED(Fault.permissionDenied()),
  NOT_FOUND(Fault.notFound()),
  REJECTED(Fault.rejected(409, "Name exists.")),
  SAID_NO(Fault.rejected(200, "No."));

  @SuppressWarnings("ImmutableEnumChecker") // Faults are immutable.
  final Fault fault;

  Trouble(Fault fault) {
    this.fault = fault;
  }

  /** Returns whether the server does what it was asked to all the same. */
  boolean reachesTheServer() {
    return this == UNHEARD || this == GARBLED;
  }

  InboxException endOf(Call call, Instant now) {
    var operation = call.operation();
    var id = call.about();
    var write = call.write();
    return switch (this) {
      case UNHEARD, LOST, GARBLED -> {
        if (write != null) {
          yield new OutcomeUnknown(write, now, "", null);
        }
        yield this == GARBLED
            ? new UnreadableResponse(operation, id, "", null)
            : new Unavailable(operation, id, "", null, null);
      }
      case UNAVAILABLE -> new Unavailable(operation, id, "", null, null);
      case RATE_LIMITED -> new RateLimited(operation, id, now.plusSeconds(7));
      case NOT_AUTHENTICATED -> new AuthenticationFailed(operation, id);
      case NOT_PERMITTED -> new PermissionDenied(operation, id);
      case NOT_FOUND -> new NotFound(operation, id);
      case REJECTED -> new Rejected(operation, id, 409, "");
      case SAID_NO -> new Rejected(operation, id, 200, "");
    };
  }
}
