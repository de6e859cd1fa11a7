package io.inboxport.outbox;

import io.inboxport.call.InboxWrite;
import io.inboxport.call.Operation;
import io.inboxport.conversation.ConversationId;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Content of an entry: which write it is, and the write itself as long as it is needed.
 *
 * @param conversation the conversation that is written to
 * @param operation the call that makes the write
 * @param fingerprint 64 hexadecimal digits that tell this write from others under the same key;
 *     they do not tell its text
 * @param stored the write; null once its fate is final
 */
public record OutboxContent(
    ConversationId conversation,
    Operation operation,
    String fingerprint,
    @Nullable StoredWrite stored) {
  /** Creates a content, as a store read it. */
  public OutboxContent {
    Objects.requireNonNull(conversation, "conversation");
    Objects.requireNonNull(operation, "operation");
    Objects.requireNonNull(fingerprint, "fingerprint");
  }

  /** Returns the content of an entry for this write. */
  static OutboxContent of(OutboxKey key, InboxWrite write) {
    var stored = StoredWrite.of(write);
    return new OutboxContent(
        write.conversation(), write.operation(), stored.fingerprint(key), stored);
  }

  /** Returns the content without the write: its fate is final. */
  public OutboxContent wiped() {
    return new OutboxContent(conversation, operation, fingerprint, null);
  }

  /**
   * Returns the write; empty once its fate is final.
   *
   * @throws IllegalStateException when what the store kept is damaged, or of a newer version
   */
  public Optional<InboxWrite> write() {
    return Optional.ofNullable(stored).map(StoredWrite::write);
  }
}
