package io.inboxport.outbox;

import io.inboxport.call.InboxWrite;
import io.inboxport.call.Operation;
import io.inboxport.conversation.ConversationId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Entry of an outbox, as its store read it: one write and what is known of its fate. Immutable. All
 * times are the store's. {@code toString} tells no text.
 *
 * @param key the name of the write
 * @param content the write
 * @param state what is known of its fate
 * @param attempts how often it was about to leave
 * @param lastAttempt the last attempt; null before the first
 * @param hold the worker that has it in hand; null if none took it
 * @param createdAt when the entry was made
 * @param dueAt when it is its turn: to be sent if it is planned, to be looked up if it is sending
 *     or in doubt. Null if nothing happens by itself
 * @param note what was seen, in words without customer text; may be empty
 * @param readAt when the store read the entry
 */
public record OutboxEntry(
    OutboxKey key,
    OutboxContent content,
    OutboxState state,
    int attempts,
    @Nullable OutboxAttempt lastAttempt,
    @Nullable OutboxHold hold,
    Instant createdAt,
    @Nullable Instant dueAt,
    String note,
    Instant readAt) {
  /** Creates an entry, as a store read it. */
  public OutboxEntry {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(content, "content");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(createdAt, "createdAt");
    Objects.requireNonNull(note, "note");
    Objects.requireNonNull(readAt, "readAt");
  }

  /** The conversation that is written to. */
  public ConversationId conversation() {
    return content.conversation();
  }

  /** The call that makes the write. */
  public Operation operation() {
    return content.operation();
  }

  /**
   * Returns the write; empty once its fate is final.
   *
   * @throws IllegalStateException when what the store kept is damaged, or of a newer version
   */
  public Optional<InboxWrite> write() {
    return content.write();
  }

  /** Returns when the write was about to leave, UTC; empty if it never was. */
  public Optional<Instant> attemptedAt() {
    return Optional.ofNullable(lastAttempt).map(OutboxAttempt::begunAt);
  }

  /**
   * Checks that the entry is that of this write.
   *
   * @return the entry
   * @throws IllegalArgumentException when its key belongs to another write
   */
  public OutboxEntry checkSame(OutboxContent asked) {
    if (!content.fingerprint().equals(asked.fingerprint())) {
      throw new IllegalArgumentException(
          "The key \"%s\" belongs to another write (%s %s): give each write a key of its own."
              .formatted(key, operation().label(), conversation()));
    }
    return this;
  }

  /** Returns the worker that took it; for an entry that a store has just handed out. */
  String holder() {
    return Objects.requireNonNull(hold, "hold").holder();
  }

  /** Returns whether a worker has it in hand, so that others leave it alone. */
  public boolean isHeld() {
    return hold != null && hold.until().isAfter(readAt);
  }

  /** Returns whether its turn has come. */
  public boolean isDue() {
    return dueAt != null && !dueAt.isAfter(readAt);
  }

  /** Returns whether it waits for a person: nothing happens to it by itself. */
  public boolean needsPerson() {
    return !state.isFinal() && dueAt == null;
  }
}
