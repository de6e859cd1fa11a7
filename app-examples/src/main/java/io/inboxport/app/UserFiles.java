package io.inboxport.app;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Maker of files and folders that their owner alone may read. */
final class UserFiles {
  private UserFiles() {}

  /** Makes a folder, and those above it, unless it exists. */
  static void makeFolder(Path folder) throws IOException {
    Files.createDirectories(folder, ownerOnly(folder, "rwx------"));
  }

  /**
   * Checks that a file can be made where it is to be.
   *
   * @throws IllegalArgumentException when its folder does not exist
   */
  static void checkFolderOf(Path file) {
    var folder = file.toAbsolutePath().getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      throw new IllegalArgumentException(
          "There is no folder " + folder + " for " + file.getFileName() + ": make it first.");
    }
  }

  /** Makes an empty file unless it exists. */
  static void makeFile(Path file) throws IOException {
    try {
      Files.createFile(file, ownerOnly(file, "rw-------"));
    } catch (FileAlreadyExistsException e) {
      // It keeps what it holds.
    }
  }

  private static FileAttribute<?>[] ownerOnly(Path file, String permissions) {
    boolean isPosix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    return isPosix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
