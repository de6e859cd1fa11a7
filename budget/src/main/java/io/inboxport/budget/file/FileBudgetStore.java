package io.inboxport.budget.file;

import io.inboxport.budget.file.StoredLedger.LedgerDamaged;
import io.inboxport.budget.file.StoredLedger.LedgerForeign;
import io.inboxport.budget.shared.BudgetAnswer;
import io.inboxport.budget.shared.BudgetExchange;
import io.inboxport.budget.shared.BudgetLedger;
import io.inboxport.budget.shared.BudgetStore;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * Store of a budget in a file, for all processes of one user on one machine. Beside the file lie
 * its lock ({@code .lock}) and at times a draft ({@code .new}).
 *
 * <p>A process may be killed at any moment: the file is whole, and its lock is free. A ledger that
 * was damaged or deleted is replaced by an empty one, which grants nothing until no request that it
 * may have forgotten can matter. The damaged one is kept beside it ({@code .damaged}), and the
 * system's logger {@code io.inboxport.budget.file} says so. Deleting the lock as well makes a new
 * budget.
 *
 * <p>Its time goes by monotonic clocks: setting the wall clock opens no window. The wall clock
 * alone counts from a restart of the machine to the first exchange after it. That exchange grants
 * nothing unless the last one was long ago, since the machine may have lost its last seconds.
 *
 * <p>The files and a folder that is made get permissions for their owner alone (600 and 700). On
 * Windows they get those of the folder, so use one that only the user may write. The file must be
 * on a local disk: network file systems may not lock it. Thread-safe.
 */
public final class FileBudgetStore implements BudgetStore {
  private final Path path;
  private final LedgerClock clock;

  FileBudgetStore(Path path, LedgerClock clock) {
    this.path = path.toAbsolutePath().normalize();
    this.clock = clock;
  }

  /** Creates a store in this file, which the first exchange makes, with its folder. */
  public static FileBudgetStore at(Path file) {
    return new FileBudgetStore(file, new LedgerClock(Clock.systemUTC()::millis, System::nanoTime));
  }

  /**
   * Looks whether the file can be used, and makes its folder if that is missing. Waits for nothing.
   *
   * @throws IOException when the folder cannot be made or written, or when the file, or one beside
   *     it, is a symbolic link, belongs to another user or can be written by one, or holds
   *     something else
   */
  public void check() throws IOException {
    var file = LedgerFile.made(path);
    file.probe();
    var bytes = file.read();
    if (bytes != null) {
      stored(file, bytes);
    }
  }

  /**
   * Carries out one exchange, with the file locked.
   *
   * @throws IOException when the file cannot be used, as {@link #check} says, or when the disk is
   *     full
   */
  @Override
  public BudgetAnswer exchange(BudgetExchange exchange) throws IOException {
    var file = LedgerFile.made(path);
    return underLock(file, lock -> exchange(exchange, file, lock));
  }

  private BudgetAnswer exchange(BudgetExchange exchange, LedgerFile file, LedgerLock lock)
      throws IOException {
    try (var draft = file.beginDraft()) {
      var bytes = file.read();
      var stored = bytes == null ? null : stored(file, bytes);
      if (bytes != null) {
        lock.noteLedger();
      }
      boolean lost = stored == null && lock.knowsLedger();
      if (lost) {
        LossReport.write(file, bytes);
      }
      var ledger = stored == null ? new BudgetLedger() : stored.ledger();
      if (stored != null && clock.isAfterRestart(stored.stamp())) {
        ledger.closeUntil(stored.stamp().time() + exchange.closure());
      }
      var stamp = clock.now(stored == null ? null : stored.stamp());
      var answer = ledger.exchange(exchange, stamp.time(), lost ? exchange.closure() : 0);
      file.replace(draft, new StoredLedger(stamp, ledger).toBytes());
      lock.noteLedger();
      return answer;
    }
  }

  /**
   * Reads the ledger, as of now, and locks nothing.
   *
   * @throws IOException when the file cannot be read, or is damaged
   */
  @Override
  public BudgetLedger look() throws IOException {
    byte[] bytes;
    LedgerFile file;
    try {
      file = LedgerFile.of(path);
      bytes = file.read();
    } catch (NoSuchFileException noFolder) {
      return new BudgetLedger();
    }
    if (bytes == null) {
      return new BudgetLedger();
    }
    var stored = stored(file, bytes);
    if (stored == null) {
      throw OwnedFiles.refused(
          file.file(), "it is damaged; the next request replaces it by an empty one, and waits");
    }
    return stored.ledger().at(clock.now(stored.stamp()).time());
  }

  /** Returns the content, or null if it is damaged. */
  private static @Nullable StoredLedger stored(LedgerFile file, byte[] bytes) throws IOException {
    try {
      return StoredLedger.of(bytes);
    } catch (LedgerForeign foreign) {
      throw file.foreign();
    } catch (LedgerDamaged damaged) {
      return null;
    }
  }

  /** One thread of the JVM, and one process, at a time. */
  private static <T> T underLock(LedgerFile file, LockedWork<T> work) throws IOException {
    // The JVM has one such text for each file, whatever class loaders it has.
    synchronized ((FileBudgetStore.class.getName() + " " + file.file()).intern()) {
      try (var lock = LedgerLock.take(file.lock())) {
        return work.under(lock);
      }
    }
  }

  /** Work that needs the lock. */
  private interface LockedWork<T> {
    T under(LedgerLock lock) throws IOException;
  }

  /** Names the file. */
  @Override
  public String toString() {
    return "FileBudgetStore[" + path + "]";
  }
}
