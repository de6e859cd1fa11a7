package io.inboxport.budget.file;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.HashSet;
import java.util.Set;

/**
 * Files that belong to this user alone. What another user could have put into their place is
 * refused: a ledger that another user can write decides about the requests of this one.
 */
final class OwnedFiles {
  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> FOLDER =
      PosixFilePermissions.fromString("rwx------");

  private OwnedFiles() {}

  /** Makes the folder, and those above it, if they are missing. */
  static void makeFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder, only(FOLDER, folder));
    }
  }

  /** Opens a file, which is made if an option says so; a symbolic link fails. */
  static FileChannel open(Path file, OpenOption... options) throws IOException {
    var all = new HashSet<OpenOption>(Set.of(options));
    all.add(NOFOLLOW_LINKS);
    return FileChannel.open(file, all, only(FILE, file));
  }

  /** A system without these permissions keeps the folders of a user apart by other means. */
  private static FileAttribute<?>[] only(Set<PosixFilePermission> permissions, Path file) {
    return isPosix(file)
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
        : new FileAttribute<?>[0];
  }

  private static boolean isPosix(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  /** Refuses what is there and is no plain file, such as a symbolic link. */
  static void refuseLink(Path file) throws IOException {
    if (Files.exists(file, NOFOLLOW_LINKS) && !Files.isRegularFile(file, NOFOLLOW_LINKS)) {
      boolean link = Files.isSymbolicLink(file);
      throw refused(
          file,
          (link ? "it is a symbolic link" : "it is no plain file")
              + "; give the path of a file, or of one to be made");
    }
  }

  /** Refuses what is there and belongs to another user, or can be written by one. */
  static void refuseOthers(Path file, UserPrincipal self) throws IOException {
    refuseLink(file);
    if (!Files.exists(file, NOFOLLOW_LINKS)) {
      return;
    }
    var owner = Files.getOwner(file, NOFOLLOW_LINKS);
    if (!owner.equals(self)) {
      throw refused(
          file,
          "it belongs to "
              + owner.getName()
              + ", not to "
              + self.getName()
              + "; give another path, or run as its owner");
    }
    if (isPosix(file) && isWrittenByOthers(Files.getPosixFilePermissions(file, NOFOLLOW_LINKS))) {
      throw refused(file, "other users may write to it; run chmod 600 on it");
    }
  }

  private static boolean isWrittenByOthers(Set<PosixFilePermission> permissions) {
    return permissions.contains(PosixFilePermission.GROUP_WRITE)
        || permissions.contains(PosixFilePermission.OTHERS_WRITE);
  }

  static FileSystemException refused(Path file, String why) {
    return new FileSystemException(file.toString(), null, why);
  }
}
