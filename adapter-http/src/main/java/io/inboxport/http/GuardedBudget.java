package io.inboxport.http;

import io.inboxport.InboxException;
import io.inboxport.InboxException.RateLimited;
import io.inboxport.http.RequestBudget.Permit;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A budget that may be somebody else's: over a store that can fail, say. Where nobody can count, no
 * request leaves; and what fails after a request cannot change how the call ended.
 */
final class GuardedBudget {
  private static final Logger LOG = LoggerFactory.getLogger(HttpInboxGateway.class);

  private final RequestBudget budget;

  GuardedBudget(RequestBudget budget) {
    this.budget = budget;
  }

  Permit reserve(Exchange<?> exchange, Duration patience) throws InterruptedException {
    try {
      return budget.reserve(exchange.operation(), patience);
    } catch (RateLimited full) {
      throw new RateLimited(exchange.operation(), exchange.conversation(), full.retryAt());
    } catch (InboxException failure) {
      throw failure;
    } catch (RuntimeException failure) {
      throw exchange.unavailable(
          "The request budget failed (" + failure.getClass().getSimpleName() + ").", null, null);
    }
  }

  void end(Permit permit) {
    try {
      permit.close();
    } catch (RuntimeException failure) {
      warn(failure);
    }
  }

  void giveBack(Permit permit) {
    try {
      permit.cancel();
    } catch (RuntimeException failure) {
      warn(failure);
    }
  }

  void block(Duration pause) {
    LOG.debug("429: no request for {}", pause);
    try {
      budget.block(pause);
    } catch (RuntimeException failure) {
      warn(failure);
    }
  }

  private static void warn(RuntimeException failure) {
    // Without its message, which is not ours and may hold anything.
    LOG.warn("The request budget threw {}", failure.getClass().getName());
  }
}
