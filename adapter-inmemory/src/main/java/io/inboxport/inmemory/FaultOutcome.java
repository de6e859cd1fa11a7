package io.inboxport.inmemory;

import io.inboxport.call.AccountWrite;
import io.inboxport.call.CallSubject;
import io.inboxport.call.InboxException;
import io.inboxport.call.InboxWrite;
import java.time.Instant;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;

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
  <T> T read(CallSubject subject, Supplier<T> answer, BiFunction<Fault.Kind, T, T> damage) {
    return recorded(
        subject,
        () -> {
          if (fault.kind() == Fault.Kind.BROKEN_ITEM || fault.kind() == Fault.Kind.UNKNOWN_TOTAL) {
            return damage.apply(fault.kind(), execute(answer));
          }
          throw switch (fault.kind()) {
            case UNHEARD -> {
              executeUnheard(answer);
              yield unavailable(subject, UNHEARD);
            }
            case GARBLED -> {
              executeUnheard(answer);
              yield new InboxException.UnreadableResponse(subject, "It is no JSON.", null);
            }
            case ANOTHER_CONVERSATION -> {
              executeUnheard(answer);
              yield new InboxException.UnreadableResponse(subject, ANOTHERS, null);
            }
            case LOST -> unavailable(subject, LOST);
            case EXECUTED_LATER -> unavailable(subject, UNHEARD);
            default -> declined(subject);
          };
        });
  }

  /**
   * Ends a write.
   *
   * @param doubt makes the error of a write whose fate is unknown
   * @param later leaves the write to be executed at this time
   */
  <T> T write(CallSubject subject, Doubt doubt, Supplier<T> execution, Consumer<Instant> later) {
    return recorded(
        subject,
        () -> {
          throw switch (fault.kind()) {
            case UNHEARD -> {
              executeUnheard(execution);
              yield doubt.unknown(at, UNHEARD);
            }
            case GARBLED -> {
              executeUnheard(execution);
              yield doubt.unknown(at, "The answer cannot be read.");
            }
            case ANOTHER_CONVERSATION, ANOTHER_USER -> {
              executeUnheard(execution);
              yield doubt.unknown(at, ANOTHERS);
            }
            case LOST -> doubt.unknown(at, LOST);
            case EXECUTED_LATER -> {
              later.accept(at.plus(fault.time()));
              yield doubt.unknown(at, UNHEARD);
            }
            default -> declined(subject);
          };
        });
  }

  private <T> T recorded(CallSubject subject, Supplier<T> ending) {
    InboxException thrown = null;
    try {
      return ending.get();
    } catch (InboxException e) {
      thrown = e;
      throw e;
    } finally {
      faults.record(
          new FiredFault(
              subject.operation(), subject.conversation().orElse(null), fault, at, executed),
          thrown);
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

  private static InboxException unavailable(CallSubject subject, String detail) {
    return new InboxException.Unavailable(subject, detail, null, null);
  }

  /** Returns the error of a fault that lets nothing through, and says so. */
  private InboxException declined(CallSubject subject) {
    return switch (fault.kind()) {
      case AUTHENTICATION_FAILED -> new InboxException.AuthenticationFailed(subject, "");
      case PERMISSION_DENIED -> new InboxException.PermissionDenied(subject, "");
      case NOT_FOUND -> new InboxException.NotFound(subject, "");
      case REJECTED -> new InboxException.Rejected(subject, fault.status(), fault.words());
      case RATE_LIMITED -> new InboxException.RateLimited(subject, at.plus(fault.time()), "");
      default -> unavailable(subject, "The server could not be reached.");
    };
  }

  /** Maker of the error that leaves the fate of one write open. */
  interface Doubt {
    InboxException unknown(Instant at, String detail);

    static Doubt about(InboxWrite write) {
      return (at, detail) -> new InboxException.OutcomeUnknown(write, at, detail, null);
    }

    static Doubt about(AccountWrite write) {
      return (at, detail) -> new InboxException.ChangeUnknown(write, at, at, detail, null);
    }
  }
}
