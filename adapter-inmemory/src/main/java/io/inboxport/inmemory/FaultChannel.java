package io.inboxport.inmemory;

import io.inboxport.call.InboxWrite;
import io.inboxport.call.Operation;
import io.inboxport.conversation.ConversationId;
import java.time.Instant;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Channel between the caller and the server, on which planned faults take effect. */
final class FaultChannel {
  private final FaultPlan faults;

  FaultChannel(FaultPlan faults) {
    this.faults = faults;
  }

  <T> T read(Operation operation, @Nullable ConversationId conversation, Supplier<T> answer) {
    return read(operation, conversation, answer, (fault, undamaged) -> undamaged);
  }

  /**
   * Reads, unless a planned fault prevents it.
   *
   * @param damage does to an answer what a fault does that lets it come
   */
  <T> T read(
      Operation operation,
      @Nullable ConversationId conversation,
      Supplier<T> answer,
      BiFunction<Fault.Kind, T, T> damage) {
    var outcome = faults.next(operation);
    return outcome == null ? answer.get() : outcome.read(operation, conversation, answer, damage);
  }

  /**
   * Writes, unless a planned fault prevents it.
   *
   * @param later leaves the write to be executed at this time
   */
  <T> T write(InboxWrite write, Supplier<T> execution, Consumer<Instant> later) {
    var outcome = faults.next(write.operation());
    return outcome == null ? execution.get() : outcome.write(write, execution, later);
  }
}
