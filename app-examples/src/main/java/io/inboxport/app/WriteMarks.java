package io.inboxport.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.inboxport.outbox.OutboxKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Marks of the writes under way, in a folder of the user. Each start of the command line looks for
 * those of dead processes: to list a folder takes no time, while to open a database does.
 *
 * @param folder the folder
 */
record WriteMarks(Path folder) {
  private static final String SUFFIX = ".write";

  /** Returns the marks of this user. */
  static WriteMarks of(CommandConsole console) {
    return new WriteMarks(StateFolder.of(console).resolve("under-way"));
  }

  /**
   * Write that a process left behind.
   *
   * @param mark the file
   * @param account the name of the account in the outbox file
   * @param key the key of the write
   */
  record LeftWrite(Path mark, String account, OutboxKey key) {
    /** Removes the mark: the fate of the write is known. */
    void settled() {
      try {
        Files.deleteIfExists(mark);
      } catch (IOException e) {
        // The next run tries again.
      }
    }
  }

  /**
   * Marks a write as under way in this process.
   *
   * @throws UncheckedIOException when the folder cannot be written
   */
  WriteMark set(String account, OutboxKey key) {
    var name = UUID.randomUUID().toString();
    var unseen = folder.resolve(name + ".new");
    var file = folder.resolve(name + SUFFIX);
    try {
      UserFiles.makeFolder(folder);
      UserFiles.makeFile(unseen);
      var channel = FileChannel.open(unseen, StandardOpenOption.WRITE);
      try {
        channel.lock();
        channel.write(ByteBuffer.wrap((account + "\n" + key + "\n").getBytes(UTF_8)));
        // It gets its name once it is locked: before, it would look like that of a dead process.
        Files.move(unseen, file);
        return new WriteMark(file, channel);
      } catch (IOException e) {
        channel.close();
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the writes whose processes have died. */
  List<LeftWrite> left() {
    var left = new ArrayList<LeftWrite>();
    // No lambda: this runs at each start.
    var names = folder.toFile().list();
    for (var name : names == null ? new String[0] : names) {
      if (name.endsWith(SUFFIX)) {
        read(folder.resolve(name)).ifPresent(left::add);
      }
    }
    return left;
  }

  private static Optional<LeftWrite> read(Path file) {
    try (var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        var lock = channel.tryLock()) {
      if (lock == null) {
        return Optional.empty();
      }
      var lines = Files.readAllLines(file, UTF_8);
      return lines.size() < 2
          ? Optional.empty()
          : Optional.of(new LeftWrite(file, lines.get(0), OutboxKey.of(lines.get(1))));
    } catch (OverlappingFileLockException | IOException | IllegalArgumentException e) {
      // It is under way in this process, or over by now.
      return Optional.empty();
    }
  }
}
