package io.inboxport.outbox;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Condition of a change: the entry is as the worker believes. Otherwise another worker was faster,
 * and nothing changes.
 *
 * @param state the state that the entry must be in
 * @param hold what its hold must be
 * @param holder the worker that must hold it, if {@code hold} says so; else null
 */
public record OutboxCondition(OutboxState state, HoldRule hold, @Nullable String holder) {
  /** Creates a condition. */
  public OutboxCondition {
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(hold, "hold");
  }

  /** The entry is in this state and no worker holds it, or no longer. */
  public static OutboxCondition free(OutboxState state) {
    return new OutboxCondition(state, HoldRule.FREE, null);
  }

  /** The entry is in this state and this worker holds it, perhaps for too long. */
  public static OutboxCondition heldBy(String holder, OutboxState state) {
    return new OutboxCondition(state, HoldRule.HELD, holder);
  }

  /** The entry is in this state. */
  public static OutboxCondition anyhow(OutboxState state) {
    return new OutboxCondition(state, HoldRule.ANY, null);
  }

  /** Rule for the hold of an entry. */
  public enum HoldRule {
    /** No worker holds it: it has no holder, or the time is over. */
    FREE,
    /** The worker that is named holds it. */
    HELD,
    /** It makes no difference. */
    ANY
  }
}
