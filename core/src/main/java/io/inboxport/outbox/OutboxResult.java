package io.inboxport.outbox;

import io.inboxport.call.InboxException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Fate of a write, as far as it is known after a step of an {@link Outbox}.
 *
 * @param outcome what is known
 * @param explanation how it is known, in words without customer text
 * @param retryAt when the next step makes sense, or null; see {@link #tryAgainAt()}
 * @param cause the failure that ended the attempt, or null. Its message may hold the server's words
 */
public record OutboxResult(
    Outcome outcome,
    String explanation,
    @Nullable Instant retryAt,
    @Nullable InboxException cause) {
  /** Creates a result. */
  public OutboxResult {
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(explanation, "explanation");
  }

  static OutboxResult of(Outcome outcome, String explanation) {
    return new OutboxResult(outcome, explanation, null, null);
  }

  /**
   * Returns when the next step makes sense, by the gateway's clock, UTC: offering a write that was
   * not sent, or looking again at one in doubt. Empty if it is now, or a person has to decide.
   */
  public Optional<Instant> tryAgainAt() {
    return Optional.ofNullable(retryAt);
  }

  /** Returns the failure that ended the attempt; empty if there was none in this step. */
  public Optional<InboxException> failure() {
    return Optional.ofNullable(cause);
  }

  /** Returns whether the write is known to be in effect, by this step or an earlier one. */
  public boolean isInEffect() {
    return outcome == Outcome.SENT || outcome == Outcome.ALREADY_DONE;
  }

  /** Tells the outcome and the explanation; never the server's words. */
  @Override
  public String toString() {
    return "OutboxResult[" + outcome + ", " + explanation + ", retryAt=" + retryAt + "]";
  }

  /** Knowledge of the fate of a write. */
  public enum Outcome {
    /** The server took it in this step. */
    SENT,
    /** It was in effect before this step. Nothing was sent. */
    ALREADY_DONE,
    /** A rule or the server declined it, now or before; it had no effect. */
    REFUSED,
    /** It had no effect. The same key may be offered again. */
    NOT_SENT,
    /**
     * It may have had its effect, or another worker is about to send it. Asking again with the same
     * key never sends it a second time.
     */
    IN_DOUBT
  }
}
