package io.inboxport;

import java.util.Objects;

/**
 * What looking for a write of unknown outcome has shown; see {@link Inbox#reconcile}.
 *
 * @param outcome what is known now
 * @param explanation how it is known, in words without customer text
 */
public record Reconciliation(Outcome outcome, String explanation) {
  /** Creates a reconciliation. */
  public Reconciliation {
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(explanation, "explanation");
  }

  /** What is known of the write. */
  public enum Outcome {
    /** What the write asked for is in effect: do not send it again. */
    DONE,
    /**
     * No effect of the write was found: you may send it again. A slow server may still execute the
     * first one, so wait a little and reconcile once more before sending what must not arrive
     * twice. Somebody may also have undone it.
     */
    NOT_DONE,
    /** The API cannot tell: let a person look. */
    INCONCLUSIVE
  }
}
