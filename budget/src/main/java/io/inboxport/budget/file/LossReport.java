package io.inboxport.budget.file;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import org.jspecify.annotations.Nullable;

/** Report of a ledger that was damaged or deleted. */
final class LossReport {
  private LossReport() {}

  /** Keeps the damaged file, and says what has happened. */
  static void write(LedgerFile file, byte @Nullable [] damaged) throws IOException {
    if (damaged != null) {
      Files.move(file.file(), file.damaged(), REPLACE_EXISTING);
    }
    System.getLogger("io.inboxport.budget.file")
        .log(
            Level.WARNING,
            "The ledger "
                + file.file()
                + " was "
                + (damaged == null ? "deleted" : "damaged, and is kept as " + file.damaged())
                + ". A new one lets nothing through until what the old one counted is past.");
  }
}
