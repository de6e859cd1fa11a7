package io.inboxport.http;

import io.inboxport.call.InboxException;

/** Outcome of a call or of an attempt, as listeners hear it. */
public enum CallOutcome {
  /** The server did what it was asked to, and the answer was read. */
  SUCCESS,
  /** Ended as {@link InboxException.ReplyRefused}; the HTTP adapter never ends so. */
  REPLY_REFUSED,
  /** Ended as {@link InboxException.NotFound}. */
  NOT_FOUND,
  /** Ended as {@link InboxException.AuthenticationFailed}. */
  AUTHENTICATION_FAILED,
  /** Ended as {@link InboxException.PermissionDenied}. */
  PERMISSION_DENIED,
  /** Ended as {@link InboxException.Rejected}. */
  REJECTED,
  /** Ended as {@link InboxException.RateLimited}. */
  RATE_LIMITED,
  /** Ended as {@link InboxException.Unavailable}. */
  UNAVAILABLE,
  /** Ended as {@link InboxException.OutcomeUnknown}. */
  OUTCOME_UNKNOWN,
  /** Ended as {@link InboxException.UnreadableResponse}. */
  UNREADABLE_RESPONSE,
  /** Ended by an {@link Error}, such as an {@link OutOfMemoryError}; of an attempt only. */
  ERROR;

  /** The outcome of a call that ended in this failure. */
  public static CallOutcome of(InboxException failure) {
    return switch (failure.kind()) {
      case REPLY_REFUSED -> REPLY_REFUSED;
      case NOT_FOUND -> NOT_FOUND;
      case AUTHENTICATION_FAILED -> AUTHENTICATION_FAILED;
      case PERMISSION_DENIED -> PERMISSION_DENIED;
      case REJECTED -> REJECTED;
      case RATE_LIMITED -> RATE_LIMITED;
      case UNAVAILABLE -> UNAVAILABLE;
      case OUTCOME_UNKNOWN -> OUTCOME_UNKNOWN;
      case UNREADABLE_RESPONSE -> UNREADABLE_RESPONSE;
    };
  }
}
