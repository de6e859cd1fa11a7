package io.inboxport.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * Native library of SQLite, which is kept in a folder of the user. By itself the driver copies it
 * into the folder for temporary files at each start. A killed process would leave its copy there,
 * and some systems forbid to execute what that folder holds.
 */
final class SqliteLibrary {
  private SqliteLibrary() {}

  /**
   * Puts the library of the driver's version there unless it is there, and has the driver use it.
   */
  static void keepIn(Path folder) throws IOException {
    var name = LibraryLoaderUtil.getNativeLibName();
    var home = folder.resolve("sqlite-" + SQLiteJDBCLoader.getVersion());
    var library = home.resolve(name);
    if (!Files.exists(library)) {
      UserFiles.makeFolder(home);
      copy(LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name, library);
    }
    System.setProperty("org.sqlite.lib.path", home.toString());
    System.setProperty("org.sqlite.lib.name", name);
  }

  private static void copy(String resource, Path library) throws IOException {
    try (var in = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
      if (in == null) {
        // The driver says in its own words that it has none for this machine.
        return;
      }
      var whole = library.resolveSibling(UUID.randomUUID() + ".new");
      Files.copy(in, whole);
      Files.move(
          whole, library, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
