package io.inboxport.inmemory;

import io.inboxport.call.InboxWrite;
import io.inboxport.call.Operation;
import io.inboxport.conversation.ConversationId;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The way between the caller and the server, on which faults wait. */
final class FaultChannel {
  private final FaultPlan faults;

  FaultChannel(FaultPlan faults) {
    this.faults = faults;
  }

  <T> T read(Operation operation, @Nullable ConversationId conversation, Supplier<T> answer) {
    return read(operation, conversation, answer, UnaryOperator.identity());
  }

  /**
   * Reads, unless a fault is met.
   *
   * @param breaking makes one item of the answer unreadable
   */
  <T> T read(
      Operation operation,
      @Nullable ConversationId conversation,
      Supplier<T> answer,
      UnaryOperator<T> breaking) {
    var met = faults.meet(operation);
    return met == null ? answer.get() : met.read(operation, conversation, answer, breaking);
  }

  /** Writes, unless a fault is met that lets nothing through. */
  <T> T write(InboxWrite write, Supplier<T> execution) {
    var met = faults.meet(write.operation());
    return met == null ? execution.get() : met.write(write, execution);
  }
}
