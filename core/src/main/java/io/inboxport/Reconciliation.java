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
    /** Its effect is not there. A busy server may show it later; somebody may have undone it. */
    NOT_DONE,
    /** The API cannot tell: let a person look. */
    INCONCLUSIVE
  }
}
