package io.inboxport.budget.file;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import org.jspecify.annotations.Nullable;

/**
 * File of a ledger, with the names of those beside it. A new content is written to a draft, which
 * takes the place of the file in one step: whatever happens to the writer, the file is whole.
 *
 * @param file the ledger itself
 */
record LedgerFile(Path file) {
  // A ledger takes some ten bytes for each request of a minute, of a million at the most.
  private static final int LARGEST = 1 << 26;

  /** The file at this path; its folder is made if it is missing. */
  static LedgerFile made(Path path) throws IOException {
    OwnedFiles.makeFolder(folder(path));
    return of(path);
  }

  /**
   * The file at this path. Two paths to one file give the same name.
   *
   * @throws NoSuchFileException when its folder is missing
   */
  static LedgerFile of(Path path) throws IOException {
    return new LedgerFile(folder(path).toRealPath().resolve(path.getFileName()));
  }

  private static Path folder(Path path) {
    var folder = path.getParent();
    return folder == null ? path : folder;
  }

  Path lock() {
    return beside(".lock");
  }

  Path draft() {
    return beside(".new");
  }

  Path damaged() {
    return beside(".damaged");
  }

  private Path beside(String ending) {
    return file.resolveSibling(file.getFileName() + ending);
  }

  /** Reads the content; null if the file is missing. */
  byte @Nullable [] read() throws IOException {
    OwnedFiles.refuseLink(file);
    try (var channel = OwnedFiles.open(file, READ)) {
      if (channel.size() > LARGEST) {
        throw foreign();
      }
      var bytes = ByteBuffer.allocate((int) channel.size());
      while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
        // Reads on.
      }
      return bytes.array();
    } catch (NoSuchFileException missing) {
      return null;
    }
  }

  /** Refusal of a file that holds something else. */
  IOException foreign() {
    return OwnedFiles.refused(
        file,
        "it holds no ledger of a request budget, or one of another version; give another path");
  }

  /**
   * Makes an empty draft, and refuses files that do not belong to its owner: the system gives it to
   * this user. One that a killed process left behind goes.
   */
  FileChannel beginDraft() throws IOException {
    Files.deleteIfExists(draft());
    var channel = OwnedFiles.open(draft(), CREATE_NEW, WRITE);
    try {
      refuseOthers(Files.getOwner(draft()));
      return channel;
    } catch (IOException | RuntimeException refused) {
      channel.close();
      throw refused;
    }
  }

  /**
   * Fails if a draft could not be made; looks with a file of another name, since it has no lock.
   */
  void probe() throws IOException {
    var probe = Files.createTempFile(file.getParent(), file.getFileName() + ".", ".probe");
    try {
      refuseOthers(Files.getOwner(probe));
    } finally {
      Files.delete(probe);
    }
  }

  private void refuseOthers(UserPrincipal self) throws IOException {
    OwnedFiles.refuseOthers(lock(), self);
    OwnedFiles.refuseOthers(file, self);
  }

  /** Writes the content to the draft, and puts it into the place of the file. */
  void replace(FileChannel draft, byte[] content) throws IOException {
    var bytes = ByteBuffer.wrap(content);
    while (bytes.hasRemaining()) {
      draft.write(bytes);
    }
    draft.close();
    Files.move(draft(), file, ATOMIC_MOVE, REPLACE_EXISTING);
  }
}
