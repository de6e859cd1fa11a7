package io.inboxport.budget;

import java.util.ArrayDeque;
import java.util.List;

/**
 * Waiting line of one kind of requests: the reservations in order, and the allowances they share.
 * Not thread-safe.
 */
final class WaitingLine<T> {
  final ArrayDeque<T> waiting = new ArrayDeque<>();
  // An array: its loops make no objects, and a permit is held to a limit of bytes and time.
  private final RequestAllowance[] allowances;

  /** A line under these allowances; the first is shared with the other line. */
  WaitingLine(List<RequestAllowance> allowances) {
    this.allowances = allowances.toArray(RequestAllowance[]::new);
  }

  void dropExpired(long now) {
    for (RequestAllowance allowance : allowances) {
      allowance.dropExpired(now);
    }
  }

  boolean hasRoom(long millis) {
    for (RequestAllowance allowance : allowances) {
      if (!allowance.hasRoom(millis)) {
        return false;
      }
    }
    return true;
  }

  void take(long millis) {
    for (RequestAllowance allowance : allowances) {
      allowance.take(millis);
    }
  }

  void giveBack(long taken) {
    for (RequestAllowance allowance : allowances) {
      allowance.giveBack(taken);
    }
  }

  void answered(long now, long grace, long taken, long millis) {
    for (RequestAllowance allowance : allowances) {
      allowance.answered(now, grace, taken, millis);
    }
  }

  /**
   * Returns when a request can leave at the earliest, with so many before it here and in the other
   * line.
   */
  long earliest(long now, long millis, int before, int beforeElsewhere) {
    long earliest = now;
    int sharing = beforeElsewhere;
    for (RequestAllowance allowance : allowances) {
      long free = allowance.earliest(now, millis, before + sharing);
      earliest = RequestAllowance.later(earliest, free);
      sharing = 0;
    }
    return earliest;
  }

  boolean isUntouched(long millis) {
    for (RequestAllowance allowance : allowances) {
      if (!allowance.isUntouched(millis)) {
        return false;
      }
    }
    return waiting.isEmpty();
  }
}
