package io.inboxport.budget.file;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Lock of a ledger against other processes, on a file beside it: the ledger is opened and closed
 * while it is locked, and a process loses its lock with the first channel of the file that it
 * closes. The system takes the lock of a process that was killed away.
 *
 * <p>A JVM may not ask twice for the lock of a file: its threads take turns before.
 */
final class LedgerLock implements AutoCloseable {
  private final FileChannel channel;

  private LedgerLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Waits for the lock on this file, which is made if it is missing. */
  static LedgerLock take(Path file) throws IOException {
    while (true) {
      OwnedFiles.refuseLink(file);
      var channel = OwnedFiles.open(file, CREATE, READ, WRITE);
      boolean taken = false;
      try {
        var opened = key(file);
        channel.lock();
        // A file that was deleted meanwhile, and made anew, has another lock.
        taken = opened != null && opened.equals(key(file));
        if (taken) {
          return new LedgerLock(channel);
        }
      } finally {
        if (!taken) {
          channel.close();
        }
      }
    }
  }

  /** The identity of the file; its path if the system has none, and null if the file is missing. */
  private static @Nullable Object key(Path file) throws IOException {
    try {
      var key = Files.readAttributes(file, BasicFileAttributes.class, NOFOLLOW_LINKS).fileKey();
      return Objects.requireNonNullElse(key, file);
    } catch (NoSuchFileException missing) {
      return null;
    }
  }

  /** Returns whether a ledger was written under this lock, now or earlier. */
  boolean knowsLedger() throws IOException {
    return channel.size() > 0;
  }

  /** Notes that a ledger was written: if it is missing later, it was lost. */
  void noteLedger() throws IOException {
    if (!knowsLedger()) {
      channel.write(ByteBuffer.wrap(new byte[] {'\n'}), 0);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
