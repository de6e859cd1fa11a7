package io.inboxport.budget;

import java.io.Serial;
import java.time.Instant;
import java.util.Objects;

/** Refusal of a permit: the request would have to wait longer than its caller wants to. */
public final class PermitRefused extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  private final Instant retryAt;

  /** A refusal until this time. */
  public PermitRefused(Instant retryAt) {
    super("The request budget has no permit before " + retryAt + ".");
    this.retryAt = Objects.requireNonNull(retryAt, "retryAt");
  }

  /** The earliest time to try again, UTC. */
  public Instant retryAt() {
    return retryAt;
  }
}
