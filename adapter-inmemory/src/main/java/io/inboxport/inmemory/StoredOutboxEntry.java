package io.inboxport.inmemory;

import io.inboxport.outbox.OutboxAttempt;
import io.inboxport.outbox.OutboxChange;
import io.inboxport.outbox.OutboxChange.Mark;
import io.inboxport.outbox.OutboxCondition;
import io.inboxport.outbox.OutboxContent;
import io.inboxport.outbox.OutboxEntry;
import io.inboxport.outbox.OutboxHold;
import io.inboxport.outbox.OutboxKey;
import io.inboxport.outbox.OutboxState;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Entry of an outbox in memory. Immutable.
 *
 * @param entry the entry
 * @param inLine whether it has its place in the line of its conversation
 * @param changedAt the time of its last change
 */
record StoredOutboxEntry(OutboxEntry entry, boolean inLine, Instant changedAt) {
  /** An entry before its first change. */
  static StoredOutboxEntry create(OutboxKey key, OutboxContent content, Instant now) {
    var entry =
        new OutboxEntry(key, content, OutboxState.PLANNED, 0, null, null, now, null, "", now);
    return new StoredOutboxEntry(entry, false, now);
  }

  boolean meets(OutboxCondition condition, Instant now) {
    var hold = entry.hold();
    return entry.state() == condition.state()
        && switch (condition.hold()) {
          case FREE -> !readAt(now).isHeld();
          case HELD -> hold != null && hold.holder().equals(condition.holder());
          case ANY -> true;
        };
  }

  StoredOutboxEntry after(OutboxChange change, Instant now) {
    boolean isFinal = change.to().isFinal();
    var due = change.due();
    var next =
        new OutboxEntry(
            entry.key(),
            isFinal ? entry.content().wiped() : entry.content(),
            change.to(),
            entry.attempts() + (change.mark() == Mark.BEGIN ? 1 : 0),
            attemptAfter(change, now),
            change.holder() == null
                ? null
                : new OutboxHold(change.holder(), now.plus(change.hold())),
            entry.createdAt(),
            due == null ? null : now.plus(due),
            change.note(),
            now);
    boolean stays = !isFinal && (inLine || change.to() == OutboxState.PLANNED);
    return new StoredOutboxEntry(next, stays, now);
  }

  private @Nullable OutboxAttempt attemptAfter(OutboxChange change, Instant now) {
    return switch (change.mark()) {
      case NONE -> entry.lastAttempt();
      case BEGIN -> new OutboxAttempt(now, now.plus(change.hold()), change.newestBefore());
      case END -> {
        var begun = Objects.requireNonNull(entry.lastAttempt(), "attempt");
        yield new OutboxAttempt(begun.begunAt(), now, begun.newestBefore());
      }
    };
  }

  StoredOutboxEntry heldBy(OutboxHold hold) {
    return new StoredOutboxEntry(
        new OutboxEntry(
            entry.key(),
            entry.content(),
            entry.state(),
            entry.attempts(),
            entry.lastAttempt(),
            hold,
            entry.createdAt(),
            entry.dueAt(),
            entry.note(),
            entry.readAt()),
        inLine,
        changedAt);
  }

  /** The entry as a reader sees it at this time. */
  OutboxEntry readAt(Instant now) {
    return new OutboxEntry(
        entry.key(),
        entry.content(),
        entry.state(),
        entry.attempts(),
        entry.lastAttempt(),
        entry.hold(),
        entry.createdAt(),
        entry.dueAt(),
        entry.note(),
        now);
  }
}
