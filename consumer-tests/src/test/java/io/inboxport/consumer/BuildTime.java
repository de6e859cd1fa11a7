package io.inboxport.consumer;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Says at the end of a build where its time went, by the reports that its tests left. */
final class BuildTime {
  private static final PathMatcher REPORTS =
      FileSystems.getDefault().getPathMatcher("glob:**/target/*-reports/*.xml");
  private static final Pattern NAME = Pattern.compile("(?:TEST|BUILD)-(?:.*\\.)?([^.]+)\\.xml");
  private static final Pattern TIME = Pattern.compile(" time=\"([\\d.]+)\"");

  private record Suite(String module, String name, double seconds) {
    static Suite reportedIn(Path root, Path report) {
      var name = NAME.matcher(report.getFileName().toString());
      var time = TIME.matcher(read(report));
      if (!name.matches() || !time.find()) {
        throw new IllegalArgumentException(report + " is no report of tests.");
      }
      return new Suite(
          root.relativize(report).getName(0).toString(),
          name.group(1),
          Double.parseDouble(time.group(1)));
    }
  }

  private BuildTime() {}

  /** Takes the root of the build, and when it started. */
  public static void main(String[] args) throws IOException {
    var root = Path.of(args[0]);
    var start = Instant.parse(args[1]);
    List<Suite> suites;
    try (var files = Files.find(root, 4, (file, seen) -> isReportSince(start, file))) {
      suites = files.map(file -> Suite.reportedIn(root, file)).toList();
    }
    print(
        "Where the time went: %.0f s in all, %.0f s of it in tests:%n",
        Duration.between(start, Instant.now()).toMillis() / 1000.0, sum(suites));
    suites.stream()
        .collect(groupingBy(Suite::module, TreeMap::new, toList()))
        .forEach((module, own) -> print("  %-17s%6.1f s, %s%n", module, sum(own), slowest(own)));
  }

  private static boolean isReportSince(Instant start, Path file) {
    try {
      return REPORTS.matches(file)
          && NAME.matcher(file.getFileName().toString()).matches()
          && Files.getLastModifiedTime(file).toInstant().isAfter(start);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String slowest(List<Suite> suites) {
    return suites.stream()
        .sorted(Comparator.comparingDouble(Suite::seconds).reversed())
        .limit(3)
        .map(suite -> String.format(Locale.ROOT, "%s %.1f", suite.name(), suite.seconds()))
        .collect(joining(", ", "most of all ", ""));
  }

  private static double sum(List<Suite> suites) {
    return suites.stream().mapToDouble(Suite::seconds).sum();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void print(String format, Object... values) {
    System.out.printf(Locale.ROOT, format, values);
  }
}
