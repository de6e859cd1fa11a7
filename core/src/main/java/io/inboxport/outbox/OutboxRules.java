package io.inboxport.outbox;

import io.inboxport.Reconciliation;
import io.inboxport.call.InboxException;
import io.inboxport.outbox.OutboxChange.Mark;
import io.inboxport.timeline.TimelineEntryId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Rules of the states: which step an entry allows, and what an answer, a failure or a look makes of
 * it. Pure.
 *
 * @param lease after which time nothing of an attempt leaves
 * @param settling how long behind that a slow server may still execute it
 */
record OutboxRules(Duration lease, Duration settling) {
  /** A look is over after this time, or its process has died. */
  static final Duration LOOK = Duration.ofMinutes(5);

  private static final int LONGEST_NOTE = 500;

  /** Step that an entry allows when a caller asks for its write. */
  enum Step {
    /** Send it: nothing of it has left, or it is known to have had no effect. */
    SEND,
    /** Look for its effect. */
    LOOK,
    /** Wait: a worker has it in hand, or it is too early to look. */
    WAIT,
    /** Nothing: its fate is final, or a person has to decide. */
    NONE
  }

  static Step stepOf(OutboxEntry entry) {
    return switch (entry.state()) {
      case PLANNED, NOT_SENT -> entry.isHeld() ? Step.WAIT : Step.SEND;
      case SENDING, IN_DOUBT -> stepInDoubt(entry);
      case DONE, REFUSED -> Step.NONE;
    };
  }

  /** Returns whether a look can tell anything, and is in no worker's way. */
  static boolean mayLook(OutboxEntry entry) {
    boolean isOpen = entry.state() == OutboxState.SENDING || entry.state() == OutboxState.IN_DOUBT;
    return isOpen && !entry.isHeld();
  }

  private static Step stepInDoubt(OutboxEntry entry) {
    if (entry.dueAt() == null) {
      return Step.NONE;
    }
    return entry.isDue() && !entry.isHeld() ? Step.LOOK : Step.WAIT;
  }

  /** Returns the state that this failure of a write leads to. */
  static OutboxState stateAfter(InboxException.Kind failure) {
    return switch (failure) {
      case REPLY_REFUSED, NOT_FOUND, REJECTED -> OutboxState.REFUSED;
      case AUTHENTICATION_FAILED,
          PERMISSION_DENIED,
          RATE_LIMITED,
          UNAVAILABLE,
          UNREADABLE_RESPONSE ->
          OutboxState.NOT_SENT;
      case OUTCOME_UNKNOWN -> OutboxState.IN_DOUBT;
    };
  }

  /** Returns what is said of an entry after this failure: our words, since a server may quote. */
  static String noteAfter(InboxException.Kind failure) {
    return switch (failure) {
      case REPLY_REFUSED -> "A rule of the reply refused it.";
      case NOT_FOUND -> "There is no such conversation, or the owner of the key cannot see it.";
      case REJECTED -> "The server declined it.";
      case AUTHENTICATION_FAILED -> "The server did not accept the credentials.";
      case PERMISSION_DENIED -> "The server forbade it.";
      case RATE_LIMITED -> "There were too many calls.";
      case UNAVAILABLE -> "The server could not be reached, or did not serve.";
      case UNREADABLE_RESPONSE -> "What has to be read before could not be read.";
      case OUTCOME_UNKNOWN -> "It left, and no answer told its fate.";
    };
  }

  OutboxChange planAgain(Duration pause, Mark mark, String note) {
    return change(OutboxState.PLANNED, pause, mark, note);
  }

  OutboxChange begin(String holder, @Nullable TimelineEntryId newestBefore) {
    return new OutboxChange(
        OutboxState.SENDING, holder, lease, lease.plus(settling), Mark.BEGIN, newestBefore, "");
  }

  /** The end of an attempt whose fate is known, or that someone has to look at later. */
  OutboxChange end(OutboxState state, String note) {
    return change(state, state == OutboxState.IN_DOUBT ? settling : null, Mark.END, note);
  }

  /** An entry whose attempt stays as it is. */
  OutboxChange settle(OutboxState state, @Nullable Duration due, String note) {
    return change(state, due, Mark.NONE, note);
  }

  /** Returns the state that a look leads to. */
  static OutboxState stateAfter(Reconciliation.Outcome seen) {
    return switch (seen) {
      case DONE -> OutboxState.DONE;
      case NOT_DONE -> OutboxState.NOT_SENT;
      case INCONCLUSIVE -> OutboxState.IN_DOUBT;
    };
  }

  private static OutboxChange change(
      OutboxState to, @Nullable Duration due, Mark mark, String note) {
    var fitting = note.length() <= LONGEST_NOTE ? note : note.substring(0, LONGEST_NOTE);
    return new OutboxChange(to, null, Duration.ZERO, due, mark, null, fitting);
  }
}
