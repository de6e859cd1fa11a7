package io.inboxport.inmemory;

import io.inboxport.call.CallSubject;
import io.inboxport.call.InboxException;
import io.inboxport.call.InboxWrite;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;

/** Execution of writes by the server, at once or when they are due. */
final class WriteExecution {
  private WriteExecution() {}

  /**
   * Returns the state after the write.
   *
   * @throws InboxException when the server declines
   */
  static InboxState of(InboxWrite write, InboxState before, ServerBehavior behavior, Instant at) {
    var call =
        new ServerCall(
            CallSubject.of(write.operation(), write.conversation()),
            before,
            behavior,
            at.truncatedTo(ChronoUnit.SECONDS));
    if (write instanceof InboxWrite.SetStatus set) {
      return WriteChanges.setStatus(call, set);
    } else if (write instanceof InboxWrite.Assign assign) {
      return WriteChanges.assign(call, assign);
    } else if (write instanceof InboxWrite.AddNote note) {
      return WriteChanges.addNote(call, note);
    } else if (write instanceof InboxWrite.ReplaceTags replace) {
      return WriteChanges.replaceTags(call, replace);
    } else if (write instanceof InboxWrite.Reply reply) {
      return ReplyChanges.reply(call, reply);
    }
    return WriteChanges.createCase(call, (InboxWrite.CreateCase) write);
  }

  /**
   * Returns the state after every write that is due by now, each executed at its own time.
   *
   * @param executed is told of each that the server did not decline
   */
  static InboxState ofOverdue(
      InboxState before, ServerBehavior behavior, Instant now, Consumer<DelayedWrite> executed) {
    var state = before;
    while (state.isOverdue(() -> now)) {
      var next = state.delayed().get(0);
      state = state.without(next);
      try {
        state = next.execution().of(state, behavior, next.due());
        executed.accept(next);
      } catch (InboxException declined) {
        // No caller waits for an answer any more.
      }
    }
    return state;
  }
}
