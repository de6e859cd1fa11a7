package io.inboxport.http;

import java.util.ArrayDeque;
import java.util.List;

/** Those who wait for a permit, in order, and what they must all keep to. Not thread-safe. */
final class Line {
  final ArrayDeque<Ticket> waiting = new ArrayDeque<>();
  // An array, because every permit comes this way.
  private final Allowance[] allowances;

  /** A line under these allowances; the first is shared with the other line. */
  Line(List<Allowance> allowances) {
    this.allowances = allowances.toArray(new Allowance[0]);
  }

  void forget(long now) {
    for (Allowance allowance : allowances) {
      allowance.forget(now);
    }
  }

  boolean hasRoom(long millis) {
    for (Allowance allowance : allowances) {
      if (!allowance.hasRoom(millis)) {
        return false;
      }
    }
    return true;
  }

  void take(long millis) {
    for (Allowance allowance : allowances) {
      allowance.take(millis);
    }
  }

  void giveBack(long taken) {
    for (Allowance allowance : allowances) {
      allowance.giveBack(taken);
    }
  }

  void answered(long now, long taken, long millis) {
    for (Allowance allowance : allowances) {
      allowance.answered(now, taken, millis);
    }
  }

  /**
   * When a request can leave at the earliest, with so many before it here and in the other line.
   */
  long earliest(long now, long millis, int before, int beforeElsewhere) {
    long earliest = now;
    int sharing = beforeElsewhere;
    for (Allowance allowance : allowances) {
      long free = allowance.earliest(now, millis, before + sharing);
      earliest = Allowance.later(earliest, free);
      sharing = 0;
    }
    return earliest;
  }

  boolean isUntouched(long millis) {
    for (Allowance allowance : allowances) {
      if (!allowance.isUntouched(millis)) {
        return false;
      }
    }
    return waiting.isEmpty();
  }
}
