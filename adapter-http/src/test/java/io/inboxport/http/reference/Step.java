package io.inboxport.http.reference;

import io.inboxport.inmemory.InMemoryInboxGateway;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One step of a sequence. Its text is for the reader of a failing one. */
sealed interface Step {
  /** A call, which may meet trouble. */
  record Calls(Call call, @Nullable Trouble trouble) implements Step {
    @Override
    public String toString() {
      return trouble == null ? call.words() : call.words() + " meets " + trouble;
    }
  }

  /** Something in the world outside; nothing if it cannot: no such item, or its id is taken. */
  record Happens(
      String words, Consumer<ReferenceInbox> onReference, Consumer<InMemoryInboxGateway> onTwin)
      implements Step {
    @Override
    public String toString() {
      return words;
    }
  }

  /** Time. */
  record Passes(Duration time) implements Step {}
}
