package io.inboxport.inmemory;

import io.inboxport.InboxException;
import io.inboxport.port.InboxWrite;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** How a call ends that has met a fault. Apart from the line, as most calls meet none. */
final class Mishap {
  private Mishap() {}

  /**
   * How a read ends.
   *
   * @param breaking makes one item of the answer unreadable
   */
  static <T> T read(FiredFault met, Supplier<T> answer, UnaryOperator<T> breaking) {
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

  /** How a write ends. */
  static <T> T write(FiredFault met, InboxWrite write, Supplier<T> execution) {
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
