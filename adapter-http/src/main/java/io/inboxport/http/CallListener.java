package io.inboxport.http;

import io.inboxport.call.Operation;
import java.time.Duration;

/**
 * Hears how the calls of a gateway end. Called on the thread that makes the call, right after the
 * end, so it must be quick; what it throws is logged and changes nothing. Must be thread-safe.
 * Calls on a closed gateway are not told.
 *
 * <p>No event holds a key or a text of a person.
 */
public interface CallListener {
  /** An attempt is over: one request, answered or not. */
  default void onAttempt(Attempted attempt) {}

  /** A call is over, with all its attempts and waits. */
  default void onCall(Called call) {}

  /**
   * The end of an attempt.
   *
   * @param operation which call of the port
   * @param number the number of the attempt within its call, from 1
   * @param budgetWait how long it waited for the request budget before it started
   * @param duration how long it took, from looking up the host to the last byte read
   * @param status the HTTP status, or 0 where none came
   * @param outcome how it ended; {@link #onCall} does not follow an {@link CallOutcome#ERROR}
   */
  record Attempted(
      Operation operation,
      int number,
      Duration budgetWait,
      Duration duration,
      int status,
      CallOutcome outcome) {}

  /**
   * The end of a call.
   *
   * @param operation which call of the port
   * @param attempts how many attempts it took; 0 where it failed before the first
   * @param budgetWait how long it waited for the request budget in all
   * @param duration how long it took in all
   * @param outcome how it ended
   */
  record Called(
      Operation operation,
      int attempts,
      Duration budgetWait,
      Duration duration,
      CallOutcome outcome) {}
}
