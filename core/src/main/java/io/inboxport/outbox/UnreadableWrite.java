package io.inboxport.outbox;

import java.io.Serial;

/** Write whose stored form is damaged, or of a newer version of this library. */
final class UnreadableWrite extends IllegalStateException {
  @Serial private static final long serialVersionUID = 1;

  UnreadableWrite(Throwable cause) {
    super(
        "A write in the store of the outbox cannot be read: it is damaged, or of a newer version of"
            + " this library.",
        cause);
  }
}
