package io.inboxport.http;

import io.inboxport.call.Operation;
import io.inboxport.http.CallListener.Attempted;
import io.inboxport.http.CallListener.Called;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the log and the listeners. Nothing they do can change how a call ends. */
final class ListenerNotifier {
  private static final Logger LOG = LoggerFactory.getLogger("io.inboxport.http.HttpInboxGateway");

  private final List<CallListener> listeners;

  ListenerNotifier(List<CallListener> listeners) {
    this.listeners = List.copyOf(listeners);
  }

  /** Returns whether the log or a listener hears events; if not, none has to be made. */
  boolean isHeard() {
    return !listeners.isEmpty() || LOG.isDebugEnabled();
  }

  void tell(Attempted attempt) {
    if (LOG.isDebugEnabled()) {
      LOG.debug(
          "{}: attempt {} ended as {} with status {} after {} ms, and {} ms in line",
          attempt.operation(),
          attempt.number(),
          attempt.outcome(),
          attempt.status(),
          attempt.duration().toMillis(),
          attempt.budgetWait().toMillis());
    }
    each(attempt.operation(), listener -> listener.onAttempt(attempt));
  }

  void tell(Called call) {
    if (LOG.isDebugEnabled()) {
      LOG.debug(
          "{}: ended as {} after {} attempts and {} ms",
          call.operation(),
          call.outcome(),
          call.attempts(),
          call.duration().toMillis());
    }
    each(call.operation(), listener -> listener.onCall(call));
  }

  private void each(Operation operation, Consumer<CallListener> event) {
    for (var listener : listeners) {
      try {
        event.accept(listener);
      } catch (Throwable failure) {
        // Even an Error: a reply that went out must not look as if it had failed. And without its
        // message, which is not ours and may hold anything.
        LOG.warn("{}: a listener threw {}", operation, failure.getClass().getName());
      }
    }
  }
}
