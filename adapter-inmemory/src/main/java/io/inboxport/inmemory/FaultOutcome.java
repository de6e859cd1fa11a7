package io.inboxport.inmemory;

import io.inboxport.call.InboxException;
import io.inboxport.call.InboxWrite;
import io.inboxport.call.Operation;
import io.inboxport.conversation.ConversationId;
import java.time.Instant;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Outcome of one call that has met a fault: the answer it gets, or the error it ends in. */
final class FaultOutcome {
  private static final String UNHEARD = "The connection broke before the answer came.";
  private static final String LOST = "The call was lost on its way.";
  private static final String ANOTHERS = "The answer is about something else than was asked for.";

  private final FaultPlan faults;
  private final Fault fault;
  private final Instant at;
  private boolean executed;

  FaultOutcome(FaultPlan faults, Fault fault, Instant at) {
    this.faults = faults;
    this.fault = fault;
    this.at = at;
  }

  /**
   * Ends a read.
   *
   * @param damage does to an answer what a fault does that lets it come
   */
  <T> T read(
      Operation operation,
      @Nullable ConversationId conversation,
      Supplier<T> answer,
      BiFunction<Fault.Kind, T, T> damage) {
    return recorded(
        operation,
        conversation,
        () -> {
          if (fault.kind() == Fault.Kind.BROKEN_ITEM || fault.kind() == Fault.Kind.UNKNOWN_TOTAL) {
            return damage.apply(fault.kind(), execute(answer));
          }
          throw switch (fault.kind()) {
            case UNHEARD -> {
              executeUnheard(answer);
              yield unavailable(operation, conversation, UNHEARD);
            }
            case GARBLED -> {
              executeUnheard(answer);
              yield new InboxException.UnreadableResponse(
                  operation, conversation, "It is no JSON.", null);
            }
            case ANOTHER_CONVERSATION -> {
              executeUnheard(answer);
              yield new InboxException.UnreadableResponse(operation, conversation, ANOTHERS, null);
            }
            case LOST -> unavailable(operation, conversation, LOST);
            case EXECUTED_LATER -> unavailable(operation, conversation, UNHEARD);
            default -> declined(operation, conversation);
          };
        });
  }

  /**
   * Ends a write.
   *
   * @param later leaves the write to be executed at this time
   */
  <T> T write(InboxWrite write, Supplier<T> execution, Consumer<Instant> later) {
    return recorded(
        write.operation(),
        write.conversation(),
        () -> {
          throw switch (fault.kind()) {
            case UNHEARD -> {
              executeUnheard(execution);
              yield unknown(write, UNHEARD);
            }
            case GARBLED -> {
              executeUnheard(execution);
              yield unknown(write, "The answer cannot be read.");
            }
            case ANOTHER_CONVERSATION, ANOTHER_USER -> {
              executeUnheard(execution);
              yield unknown(write, ANOTHERS);
            }
            case LOST -> unknown(write, LOST);
            case EXECUTED_LATER -> {
              later.accept(at.plus(fault.time()));
              yield unknown(write, UNHEARD);
            }
            default -> declined(write.operation(), write.conversation());
          };
        });
  }

  private <T> T recorded(
      Operation operation, @Nullable ConversationId conversation, Supplier<T> ending) {
    InboxException thrown = null;
    try {
      return ending.get();
    } catch (InboxException e) {
      thrown = e;
      throw e;
    } finally {
      faults.record(new FiredFault(operation, conversation, fault, at, executed), thrown);
    }
  }

  private <T> T execute(Supplier<T> call) {
    var answer = call.get();
    executed = true;
    return answer;
  }

  private void executeUnheard(Supplier<?> call) {
    try {
      var unused = execute(call);
    } catch (InboxException declined) {
      // That the server declined is what the caller never hears.
    }
  }

  private InboxException unknown(InboxWrite write, String detail) {
    return new InboxException.OutcomeUnknown(write, at, detail, null);
  }

  private static InboxException unavailable(
      Operation operation, @Nullable ConversationId conversation, String detail) {
    return new InboxException.Unavailable(operation, conversation, detail, null, null);
  }

  /** Returns the error of a fault that lets nothing through, and says so. */
  private InboxException declined(Operation operation, @Nullable ConversationId conversation) {
    return switch (fault.kind()) {
      case AUTHENTICATION_FAILED ->
          new InboxException.AuthenticationFailed(operation, conversation);
      case PERMISSION_DENIED -> new InboxException.PermissionDenied(operation, conversation);
      case NOT_FOUND -> new InboxException.NotFound(operation, conversation);
      case REJECTED ->
          new InboxException.Rejected(operation, conversation, fault.status(), fault.words());
      case RATE_LIMITED ->
          new InboxException.RateLimited(operation, conversation, at.plus(fault.time()));
      default -> unavailable(operation, conversation, "The server could not be reached.");
    };
  }
}
