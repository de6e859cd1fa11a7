package io.inboxport.app.export;

/** Hears how an export gets on. */
public interface ExportProgress {
  /** A call was answered; so much is in hand now, of so many conversations known so far. */
  void at(long done, long known, long calls);

  /** Something is missing in the file, in words. */
  void missing(String what);
}
