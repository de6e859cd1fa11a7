package io.inboxport.http;

import io.inboxport.budget.BudgetUnavailable;
import io.inboxport.budget.PermitRefused;
import io.inboxport.budget.RequestBudget;
import io.inboxport.budget.RequestBudget.Permit;
import io.inboxport.call.InboxException.RateLimited;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Guard around a budget that the embedder may have brought. If the budget fails, no request leaves.
 * A failure after the request cannot change how the call ended.
 */
final class GuardedBudget {
  private static final Logger LOG = LoggerFactory.getLogger("io.inboxport.http.HttpInboxGateway");

  private final RequestBudget budget;

  GuardedBudget(RequestBudget budget) {
    this.budget = budget;
  }

  Permit reserve(ApiExchange<?> exchange, Duration patience, Duration lease)
      throws InterruptedException {
    try {
      return budget.reserve(exchange.kind(), patience, lease);
    } catch (PermitRefused refused) {
      throw new RateLimited(exchange.subject(), refused.retryAt(), "");
    } catch (BudgetUnavailable unavailable) {
      throw exchange.unavailable(
          "The store of the request budget did not answer; nothing was sent.",
          unavailable.retryAt(),
          unavailable);
    } catch (RuntimeException | Error failure) {
      throw exchange.unavailable(
          "The request budget failed (" + failure.getClass().getSimpleName() + ").", null, null);
    }
  }

  void end(Permit permit) {
    try {
      permit.close();
    } catch (RuntimeException | Error failure) {
      warn(failure);
    }
  }

  void abandon(Permit permit) {
    try {
      permit.abandon();
    } catch (RuntimeException | Error failure) {
      warn(failure);
    }
  }

  void giveBack(Permit permit) {
    try {
      permit.cancel();
    } catch (RuntimeException | Error failure) {
      warn(failure);
    }
  }

  void block(Duration pause) {
    LOG.debug("429: no request for {}", pause);
    try {
      budget.block(pause);
    } catch (RuntimeException | Error failure) {
      warn(failure);
    }
  }

  private static void warn(Throwable failure) {
    // Without its message, which is not ours and may hold anything.
    LOG.warn("The request budget threw {}", failure.getClass().getName());
  }
}
