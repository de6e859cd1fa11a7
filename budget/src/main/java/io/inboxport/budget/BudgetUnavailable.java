package io.inboxport.budget;

import java.io.Serial;
import java.time.Instant;
import java.util.Objects;

/**
 * Refusal of a permit because the budget cannot be asked: the store that several processes share
 * does not answer. A budget that does not know how much is left lets nothing through.
 */
public final class BudgetUnavailable extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  private final Instant retryAt;

  /** A refusal until this time, with the failure of the store. */
  public BudgetUnavailable(Instant retryAt, Throwable cause) {
    super(
        "The store of the request budget is unavailable ("
            + cause.getClass().getSimpleName()
            + "); nothing is let through before "
            + retryAt
            + ".",
        cause);
    this.retryAt = Objects.requireNonNull(retryAt, "retryAt");
  }

  /** The earliest time to try again, UTC. */
  public Instant retryAt() {
    return retryAt;
  }
}
