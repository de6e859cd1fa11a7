package io.inboxport.outbox;

import io.inboxport.timeline.TimelineEntryId;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Change of an entry that a store makes in one transaction. Lengths of time count from the store's
 * time of the change.
 *
 * @param to the new state. If it {@linkplain OutboxState#isFinal() is final}, the store deletes the
 *     write and keeps the rest. If it is planned, the entry has its place in the line of its
 *     conversation; it has one until its state is final
 * @param holder the worker that has it in hand afterwards; null for none
 * @param hold how long; zero for none
 * @param due after which time its turn comes; null if it never does by itself
 * @param mark what the change says of the attempt
 * @param newestBefore if an attempt begins, the newest entry of the timeline; null if none is known
 * @param note what was seen: at most 500 characters, no customer text
 */
public record OutboxChange(
    OutboxState to,
    @Nullable String holder,
    Duration hold,
    @Nullable Duration due,
    Mark mark,
    @Nullable TimelineEntryId newestBefore,
    String note) {
  /** Creates a change. */
  public OutboxChange {
    Objects.requireNonNull(to, "to");
    Objects.requireNonNull(hold, "hold");
    Objects.requireNonNull(mark, "mark");
    Objects.requireNonNull(note, "note");
  }

  /** Returns the first change of an entry that is planned now, for a store that plans itself. */
  public static OutboxChange planned() {
    return new OutboxChange(
        OutboxState.PLANNED, null, Duration.ZERO, Duration.ZERO, Mark.NONE, null, "");
  }

  /** Part of an attempt that a change marks. */
  public enum Mark {
    /** Nothing: the attempt stays as it is. */
    NONE,
    /** An attempt begins now, and is over by the end of the hold. */
    BEGIN,
    /** The attempt is over now. */
    END
  }
}
