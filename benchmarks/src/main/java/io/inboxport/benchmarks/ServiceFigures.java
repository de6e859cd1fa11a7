package io.inboxport.benchmarks;

import static io.inboxport.benchmarks.FigureLimit.atLeast;
import static io.inboxport.benchmarks.FigureLimit.atMost;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Figures of the sandbox as a service: its start beside that of an earlier build, and its work
 * beside WireMock's. Both take turns, so that whatever else the machine does meets both alike.
 */
final class ServiceFigures {
  private static final int STARTS = 21;
  private static final int ROUNDS = 5;
  private static final int SECONDS = 4;

  private static final String STUB =
      "{\"request\": {\"method\": \"POST\", \"urlPath\": \"/v2/conversation/eit000000000001\"},"
          + " \"response\": {\"status\": 200, \"body\": \"{\\\"Result\\\":true}\","
          + " \"headers\": {\"Content-Type\": \"application/json\"}}}";

  private ServiceFigures() {}

  /** Starts of two houses that are built. */
  static List<FigureRow> starts(Path ours, Path before) throws Exception {
    var rows = new ArrayList<FigureRow>();
    rows.addAll(firstAnswers(ours, before));
    rows.addAll(startsInside(ours, before));
    return rows;
  }

  private static List<FigureRow> firstAnswers(Path ours, Path before) throws IOException {
    var our = new Measured();
    var their = new Measured();
    // The first makes the archive of classes.
    firstAnswer(ours, new Measured());
    firstAnswer(before, new Measured());
    for (int i = 0; i < STARTS; i++) {
      firstAnswer(ours, our);
      firstAnswer(before, their);
    }
    return List.of(
        row("`inbox sandbox` to its first answer, ms", our.first, their.first, atMost("0.6")),
        row("processor time until then, ms", our.second, their.second, FigureLimit.NONE));
  }

  /** Milliseconds until an answer is there, and of the processor. */
  private static void firstAnswer(Path house, Measured measured) throws IOException {
    long start = System.nanoTime();
    try (var server = ServerProcess.sandbox(house)) {
      ServiceCaller.get(server);
      measured.add((System.nanoTime() - start) / 1e6, server.processorTime().toNanos() / 1e6);
    }
  }

  private static List<FigureRow> startsInside(Path ours, Path before)
      throws IOException, InterruptedException {
    var our = new Measured();
    var their = new Measured();
    for (int i = 0; i < STARTS; i++) {
      startInside(ours, our);
      startInside(before, their);
    }
    return List.of(
        row("the first `Sandbox.start()` of a JVM, ms", our.first, their.first, atMost("0.6")),
        row("each further one, ms", our.second, their.second, FigureLimit.NONE));
  }

  private static void startInside(Path house, Measured measured)
      throws IOException, InterruptedException {
    var classPath = house.resolve("app-examples/target/lib") + "/*" + File.pathSeparator;
    var millis =
        Processes.outputOf(
                Starts.SandboxTwice.class,
                classPath + Processes.jarOf(Starts.class),
                "-Xshare:auto",
                "")
            .split(" ", -1);
    measured.add(Double.parseDouble(millis[0]), Double.parseDouble(millis[1]));
  }

  private static FigureRow row(
      String what, List<Double> ours, List<Double> theirs, FigureLimit limit) {
    return new FigureRow(
        what, FigureRow.median(ours), "the build before", FigureRow.median(theirs), limit);
  }

  /** Work of the sandbox and of WireMock, each in a process of its own. */
  static List<FigureRow> load(Path house, Path wireMock) throws Exception {
    var folder = Files.createTempDirectory("stubs");
    var stub = Files.createDirectory(folder.resolve("mappings")).resolve("status.json");
    Files.writeString(stub, STUB, UTF_8);
    try (var ours = ServerProcess.sandbox(house);
        var theirs = ServerProcess.wireMock(wireMock, folder)) {
      var our = new Measured();
      var their = new Measured();
      for (int i = 0; i < ROUNDS; i++) {
        work(ours, our);
        work(theirs, their);
      }
      return List.of(
          held(
              "answers of the sandbox to 50 clients, a second",
              FigureRow.median(our.first),
              FigureRow.median(their.first),
              atLeast("10")),
          held(
              "processor time of an answer, µs",
              FigureRow.median(our.second),
              FigureRow.median(their.second),
              FigureLimit.NONE),
          held(
              "its memory, at most, MB",
              ours.peakMegabytes(),
              theirs.peakMegabytes(),
              atMost("1")));
    } finally {
      for (var path : Arrays.asList(stub, stub.getParent(), folder.resolve("__files"), folder)) {
        Files.deleteIfExists(path);
      }
    }
  }

  private static FigureRow held(String what, double ours, double theirs, FigureLimit limit) {
    return new FigureRow(what, ours, "WireMock", theirs, limit);
  }

  /** Answers in a second, and the processor's microseconds for each. */
  private static void work(ServerProcess server, Measured measured) throws Exception {
    long start = System.nanoTime();
    var processor = server.processorTime();
    double answers = (double) ServiceCaller.answers(server, SECONDS);
    double micros = server.processorTime().minus(processor).toNanos() / 1e3;
    measured.add(answers * 1e9 / (System.nanoTime() - start), micros / answers);
  }

  /** Two measurements of each run. */
  private static final class Measured {
    private final List<Double> first = new ArrayList<>();
    private final List<Double> second = new ArrayList<>();

    void add(double one, double other) {
      first.add(one);
      second.add(other);
    }
  }
}
