package io.inboxport.app.export;

import java.time.Instant;

/** Waits; a test does not. */
@FunctionalInterface
public interface ExportPatience {
  /** Returns at this time. */
  void until(Instant time) throws InterruptedException;
}
