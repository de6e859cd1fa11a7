package io.inboxport.app;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** Mark of one write under way: a file that this process has locked. */
final class WriteMark implements AutoCloseable {
  private final Path file;
  private final FileChannel locked;

  WriteMark(Path file, FileChannel locked) {
    this.file = file;
    this.locked = locked;
  }

  /** Removes the mark. */
  @Override
  public void close() {
    try (locked) {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // A later run finds that the fate of the write is known, and removes it.
    }
  }
}
