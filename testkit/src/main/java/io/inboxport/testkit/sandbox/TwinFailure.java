package io.inboxport.testkit.sandbox;

import io.inboxport.InboxException;
import io.inboxport.inmemory.Fault;
import io.inboxport.inmemory.Faults;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the twin throws, as what it stands for on the wire.
 *
 * @param met the fault of the twin that the call met, or null where it met none
 */
record TwinFailure(InboxException thrown, @Nullable Fault met) {

  static TwinFailure of(InboxException thrown, Faults faults) {
    var fired = faults.fired();
    for (int i = fired.size() - 1; i >= 0; i--) {
      if (fired.get(i).operation() == thrown.operation()) {
        return new TwinFailure(thrown, fired.get(i).fault());
      }
    }
    return new TwinFailure(thrown, null);
  }

  /** Whether the call took effect before it failed. */
  boolean executed() {
    return lostOnTheWay() && !Fault.lost().equals(met);
  }

  private boolean lostOnTheWay() {
    return thrown instanceof InboxException.OutcomeUnknown
        || thrown instanceof InboxException.UnreadableResponse
        || (thrown instanceof InboxException.Unavailable
            && (Fault.unheard().equals(met) || Fault.lost().equals(met)));
  }

  HttpAnswer answer(Dialect dialect, Instant now) {
    if (lostOnTheWay()) {
      return accident(dialect);
    }
    if (thrown instanceof InboxException.NotFound) {
      return ApiErrors.answer(404, "Not found.", dialect.errors());
    }
    if (thrown instanceof InboxException.AuthenticationFailed) {
      return ApiErrors.answer(401, "Authentication failed.", dialect.errors());
    }
    if (thrown instanceof InboxException.PermissionDenied) {
      return ApiErrors.answer(403, "Permission denied.", dialect.errors());
    }
    if (thrown instanceof InboxException.Rejected rejected) {
      return ApiErrors.answer(rejected.status(), rejected.serverMessage(), dialect.errors());
    }
    if (thrown instanceof InboxException.RateLimited limited) {
      return ApiErrors.answer(429, "Too many calls.", dialect.errors())
          .with("Retry-After", HttpAnswer.seconds(Duration.between(now, limited.retryAt())));
    }
    // A write that "never left" is one that the server says it did not take: 421, by its
    // definition in HTTP, may be repeated. A 503 would leave open whether it was executed.
    int status = thrown.operation().isWrite() ? 421 : 503;
    return ApiErrors.answer(status, "Unavailable.", dialect.errors());
  }

  private HttpAnswer accident(Dialect dialect) {
    boolean garbled = Fault.garbled().equals(met);
    var fault = WireFault.of(garbled ? WireFault.Kind.TRUNCATED_JSON : WireFault.Kind.EMPTY_REPLY);
    var unheard = HttpAnswer.json(200, Json.text(ApiJson.done()));
    return new WireAccident(fault, dialect).instead(unheard);
  }
}
