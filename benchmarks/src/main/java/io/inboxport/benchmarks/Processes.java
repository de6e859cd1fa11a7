package io.inboxport.benchmarks;

import static io.inboxport.benchmarks.FigureLimit.atMost;

import io.inboxport.Inbox;
import io.inboxport.inmemory.InMemoryInboxGateway;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** Measures whole processes: the time to the first answer, and the memory held. */
final class Processes {
  private static final int STARTS = 15;
  private static final String STORES = File.separator + "stores" + File.separator;

  /** The class path of everything but the shared stores, whose jars would cost each start. */
  private static final String ALL =
      Pattern.compile(File.pathSeparator, Pattern.LITERAL)
          .splitAsStream(System.getProperty("java.class.path"))
          .filter(entry -> !entry.contains(STORES))
          .collect(Collectors.joining(File.pathSeparator));

  /**
   * The class path of a consumer of the twin; a jar that is only searched in vain costs a start,
   * too.
   */
  private static final String OF_THE_TWIN =
      Stream.of(Starts.class, Inbox.class, InMemoryInboxGateway.class, NullMarked.class)
          .map(Processes::jarOf)
          .collect(Collectors.joining(File.pathSeparator));

  private Processes() {}

  /** The memory of the twin. */
  static FigureRow footprint() throws IOException, InterruptedException {
    double twin = Double.parseDouble(outputOf(Footprint.class, ALL, "-Xmx2g", "twin"));
    double map = Double.parseDouble(outputOf(Footprint.class, ALL, "-Xmx2g", "map"));
    return new FigureRow("the twin, bytes a conversation", twin, "`HashMap`", map, atMost("2"));
  }

  /** Cold starts, taking turns so that whatever else the machine does meets both alike. */
  static List<FigureRow> starts() throws IOException, InterruptedException {
    try (var server = LoopbackServer.answering(Samples.conversation())) {
      var url = server.url().toString();
      return List.of(
          starts(
              "the twin, ms",
              Starts.Twin.class,
              "an empty program",
              Starts.Nothing.class,
              OF_THE_TWIN,
              url,
              atMost("1.2")),
          starts(
              "the adapter, ms",
              Starts.Adapter.class,
              "Retrofit and Jackson",
              Starts.Bare.class,
              ALL,
              url,
              atMost("1.1")));
    }
  }

  private static FigureRow starts(
      String what,
      Class<?> ours,
      String against,
      Class<?> theirs,
      String classPath,
      String url,
      FigureLimit limit)
      throws IOException, InterruptedException {
    var our = new ArrayList<Double>();
    var their = new ArrayList<Double>();
    for (int i = 0; i < STARTS; i++) {
      our.add(millisOf(ours, classPath, url));
      their.add(millisOf(theirs, classPath, url));
    }
    return new FigureRow(
        "cold start of " + what, FigureRow.median(our), against, FigureRow.median(their), limit);
  }

  private static double millisOf(Class<?> program, String classPath, String url)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    outputOf(program, classPath, "-Xshare:auto", url);
    return (System.nanoTime() - start) / 1e6;
  }

  static String jarOf(Class<?> type) {
    return Path.of(URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString()))
        .toString();
  }

  static String outputOf(Class<?> program, String classPath, String option, String argument)
      throws IOException, InterruptedException {
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                option,
                "-cp",
                classPath,
                program.getName(),
                argument)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String output;
    try (var in = process.inputReader()) {
      output = String.valueOf(in.readLine());
    }
    if (process.waitFor() != 0) {
      throw new IllegalStateException(program.getName() + " failed.");
    }
    return output;
  }
}
