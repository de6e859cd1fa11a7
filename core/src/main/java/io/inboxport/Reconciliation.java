package io.inboxport;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Result of looking for a write of unknown outcome; see {@link Inbox#reconcile}.
 *
 * @param outcome what is known now
 * @param explanation how it is known, in words without customer text
 * @param settledAt until when it is too early to tell, or null if time makes no difference
 */
public record Reconciliation(Outcome outcome, String explanation, @Nullable Instant settledAt) {
  /** Creates a reconciliation. */
  public Reconciliation {
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(explanation, "explanation");
  }

  /** Creates a reconciliation that time makes no difference to. */
  public Reconciliation(Outcome outcome, String explanation) {
    this(outcome, explanation, null);
  }

  /**
   * Returns when to look again, UTC: nothing was found, but a slow server may still execute the
   * write. Send nothing in between. Empty if looking again later makes no difference.
   */
  public Optional<Instant> lookAgainAt() {
    return Optional.ofNullable(settledAt);
  }

  /** Knowledge of the fate of a write. */
  public enum Outcome {
    /** The write is in effect: do not send it again. */
    DONE,
    /**
     * No effect of the write was found, and the settling time since the attempt is over: you may
     * send it again. Another user may also have undone it.
     */
    NOT_DONE,
    /**
     * It cannot be told: look again at {@link Reconciliation#lookAgainAt()}, or let a person look
     * if that is empty.
     */
    INCONCLUSIVE
  }
}
