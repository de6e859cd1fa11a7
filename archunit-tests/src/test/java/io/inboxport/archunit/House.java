package io.inboxport.archunit;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Modules of the house, and the places of their classes.
 *
 * <p>A module is its class folder or its jar, whichever the build put on the class path, and is
 * found by a package that only its main code has: so neither tests nor the broken house leak in.
 */
enum House {
  CORE("io/inboxport/port"),
  BUDGET("io/inboxport/budget"),
  JDBC("io/inboxport/jdbc"),
  TWIN("io/inboxport/inmemory"),
  HTTP("io/inboxport/http"),
  REDIS("io/inboxport/redis"),
  WEBHOOK("io/inboxport/webhook"),
  TESTKIT("io/inboxport/testkit/contract"),
  PROGRAMS("io/inboxport/app");

  static final JavaClasses CLASSES =
      new ClassFileImporter()
          .importLocations(Stream.of(values()).map(House::location).map(Location::of).toList());

  private final String ownPackage;

  House(String ownPackage) {
    this.ownPackage = ownPackage;
  }

  /** The folder or the jar, as a URI that ends with a slash. */
  URI location() {
    var marker = ownPackage + "/package-info.class";
    var url = House.class.getClassLoader().getResource(marker);
    if (url == null) {
      throw new IllegalStateException("The module " + this + " is not on the class path.");
    }
    var text = url.toString();
    return URI.create(text.substring(0, text.length() - marker.length()));
  }

  /** The names of the class files in it, in order, such as {@code io/inboxport/Inbox.class}. */
  List<String> classFiles() {
    var location = location();
    try {
      if (!location.getScheme().equals("jar")) {
        return classFilesBelow(Path.of(location));
      }
      try (var jar = FileSystems.newFileSystem(Path.of(URI.create(jarFile(location))))) {
        return classFilesBelow(jar.getPath("/"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String jarFile(URI location) {
    var text = location.getSchemeSpecificPart();
    return text.substring(0, text.indexOf("!/"));
  }

  private static List<String> classFilesBelow(Path root) throws IOException {
    try (var files = Files.walk(root)) {
      return files
          .map(file -> root.relativize(file).toString().replace('\\', '/'))
          .filter(name -> name.endsWith(".class") && !name.equals("module-info.class"))
          .sorted()
          .toList();
    }
  }
}
