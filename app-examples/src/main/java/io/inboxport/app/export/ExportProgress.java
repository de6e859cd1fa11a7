package io.inboxport.app.export;

import java.time.Instant;

/** Hears how an export gets on. */
public interface ExportProgress {
  /** A call was answered; so much is in hand now, of so many conversations known so far. */
  void at(long done, long known, long calls);

  /** The budget is used up: the export goes on at this time. */
  void waiting(Instant until);

  /** Something is missing in the file, in words. */
  void missing(String what);
}
