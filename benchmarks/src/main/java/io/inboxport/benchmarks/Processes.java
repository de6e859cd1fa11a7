package io.inboxport.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What only whole processes can show: the time to the first answer, and the memory held. */
final class Processes {
  private static final int STARTS = 15;

  private Processes() {}

  /** The memory of the twin. */
  static Ratio footprint() throws IOException, InterruptedException {
    double twin = Double.parseDouble(outputOf(Footprint.class, "-Xmx2g", "twin"));
    double map = Double.parseDouble(outputOf(Footprint.class, "-Xmx2g", "map"));
    return new Ratio("the twin, bytes a conversation", twin, "`HashMap`", map, "≤ 2");
  }

  /** Cold starts, taking turns so that whatever else the machine does meets both alike. */
  static List<Ratio> starts() throws IOException, InterruptedException {
    try (var server = LoopbackServer.answering(Samples.conversation())) {
      var url = server.url().toString();
      return List.of(
          starts(
              "the twin, ms",
              Starts.Twin.class,
              "an empty program",
              Starts.Nothing.class,
              url,
              "≤ 1.2"),
          starts(
              "the adapter, ms",
              Starts.Adapter.class,
              "Retrofit and Jackson",
              Starts.Bare.class,
              url,
              "≤ 1.1"));
    }
  }

  private static Ratio starts(
      String what, Class<?> ours, String against, Class<?> theirs, String url, String limit)
      throws IOException, InterruptedException {
    var our = new ArrayList<Double>();
    var their = new ArrayList<Double>();
    for (int i = 0; i < STARTS; i++) {
      our.add(millisOf(ours, url));
      their.add(millisOf(theirs, url));
    }
    return new Ratio(
        "cold start of " + what, Ratio.median(our), against, Ratio.median(their), limit);
  }

  private static double millisOf(Class<?> program, String url)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    outputOf(program, "-Xshare:auto", url);
    return (System.nanoTime() - start) / 1e6;
  }

  private static String outputOf(Class<?> program, String option, String argument)
      throws IOException, InterruptedException {
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                option,
                "-cp",
                System.getProperty("java.class.path"),
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
