package io.inboxport.budget.shared;

import java.util.concurrent.TimeUnit;

/** Block that the server asked this process for, and that the store is to hear of. */
final class ReportedBlock {
  private boolean active;
  private long until;
  private boolean news;

  /** Begins a block, unless a longer one is active. */
  void begin(long end, long now) {
    if (!isActive(now) || end - until > 0) {
      active = true;
      until = end;
      news = true;
    }
  }

  boolean isActive(long now) {
    if (active && now - until >= 0) {
      active = false;
      news = false;
    }
    return active;
  }

  long until() {
    return until;
  }

  /** Returns whether the store has not heard of it. */
  boolean isNews(long now) {
    return isActive(now) && news;
  }

  /** Returns the milliseconds that the store is to hear of; 0 for nothing new. */
  long millisToTell(long now) {
    return isNews(now) ? TimeUnit.NANOSECONDS.toMillis(until - now) + 1 : 0;
  }

  void heard() {
    news = false;
  }
}
