package io.inboxport.inmemory;

import io.inboxport.InboxException;
import io.inboxport.conversation.ConversationId;
import io.inboxport.port.InboxWrite;
import io.inboxport.port.Operation;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The way between the caller and the server, on which faults wait. */
final class Line {
  private final Faults faults;

  Line(Faults faults) {
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
    var met = faults.meet(operation, conversation);
    return met == null ? answer.get() : failing(met, answer, breaking);
  }

  private static <T> T failing(FiredFault met, Supplier<T> answer, UnaryOperator<T> breaking) {
    return switch (met.fault().kind()) {
      case BROKEN_ITEM -> breaking.apply(answer.get());
      case UNHEARD -> throw unavailable(met, "The connection broke before the answer came.");
      case LOST -> throw unavailable(met, "The call was lost on its way.");
      case GARBLED ->
          throw new InboxException.UnreadableResponse(
              met.operation(), met.conversation(), "It is no JSON.", null);
      default -> throw declined(met);
    };
  }

  /** Writes, unless a fault is met that lets nothing through. */
  <T> T write(InboxWrite write, Supplier<T> execution) {
    var met = faults.meet(write.operation(), write.conversation());
    if (met == null) {
      return execution.get();
    }
    switch (met.fault().kind()) {
      case UNHEARD -> {
        executeUnheard(execution);
        throw unknown(write, met, "The connection broke before the answer came.");
      }
      case GARBLED -> {
        executeUnheard(execution);
        throw unknown(write, met, "The answer cannot be read.");
      }
      case LOST -> throw unknown(write, met, "The call was lost on its way.");
      default -> throw declined(met);
    }
  }

  private static void executeUnheard(Supplier<?> execution) {
    try {
      var unused = execution.get();
    } catch (InboxException declined) {
      // That the server declined is what the caller never hears.
    }
  }

  private static InboxException unknown(InboxWrite write, FiredFault met, String detail) {
    return new InboxException.OutcomeUnknown(write, met.at(), detail, null);
  }

  private static InboxException unavailable(FiredFault met, String detail) {
    return new InboxException.Unavailable(met.operation(), met.conversation(), detail, null, null);
  }

  /** How the faults end that let nothing through, and say so. */
  private static InboxException declined(FiredFault met) {
    var operation = met.operation();
    var conversation = met.conversation();
    var fault = met.fault();
    return switch (fault.kind()) {
      case AUTHENTICATION_FAILED ->
          new InboxException.AuthenticationFailed(operation, conversation);
      case PERMISSION_DENIED -> new InboxException.PermissionDenied(operation, conversation);
      case NOT_FOUND -> new InboxException.NotFound(operation, conversation);
      case REJECTED ->
          new InboxException.Rejected(operation, conversation, fault.status(), fault.words());
      case RATE_LIMITED ->
          new InboxException.RateLimited(
              operation, conversation, met.at().plus(fault.retryAfter()));
      default -> unavailable(met, "The server could not be reached.");
    };
  }
}
