package io.inboxport.redis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;

/** Program of a Redis server, out of a test library. */
public enum RedisProgram {
  REDIS_6_2(
      "redis-server-6.2.6-v5-linux-amd64",
      "redis-server-6.2.7-linux-arm64",
      "redis-server-6.2.6-v5-darwin-amd64",
      "redis-server-6.2.6-v5-darwin-arm64"),
  REDIS_7_0(
      "redis-server-7.0.15-linux-amd64",
      "redis-server-7.0.15-linux-arm64",
      "redis-server-7.0.15-darwin-amd64",
      "redis-server-7.0.15-darwin-arm64");

  @SuppressWarnings("ImmutableEnumChecker") // The list is immutable.
  private final List<String> files;

  RedisProgram(String... files) {
    this.files = List.of(files);
  }

  /** Copies the program for this machine into a folder. */
  Path copyInto(Path folder) throws IOException {
    var file = file(System.getProperty("os.name"), System.getProperty("os.arch"));
    var target = folder.resolve("redis-server");
    try (var in = RedisProgram.class.getResourceAsStream("/" + file)) {
      if (in == null) {
        throw new AssertionError("The test library lacks " + file + ".");
      }
      Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
    }
    if (!target.toFile().setExecutable(true)) {
      throw new AssertionError("Cannot make " + target + " executable.");
    }
    return target;
  }

  /** Returns the program for a machine. Fails if there is none, since no test may be left out. */
  String file(String system, String processor) {
    var os =
        system.toLowerCase(Locale.ROOT).startsWith("mac")
            ? "darwin"
            : system.toLowerCase(Locale.ROOT);
    var bits =
        switch (processor) {
          case "amd64", "x86_64" -> "amd64";
          case "aarch64", "arm64" -> "arm64";
          default -> processor;
        };
    return files.stream()
        .filter(file -> file.endsWith("-" + os + "-" + bits))
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    "There is no program of %s for %s on %s. Run these tests on Linux or macOS."
                        .formatted(this, system, processor)));
  }
}
