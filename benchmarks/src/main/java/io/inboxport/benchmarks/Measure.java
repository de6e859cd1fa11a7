package io.inboxport.benchmarks;

import static io.inboxport.benchmarks.FigureLimit.atLeast;
import static io.inboxport.benchmarks.FigureLimit.atMost;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Measures everything and prints a table of figures, each with its limit and whether that is kept.
 * With arguments, measures only what they name: {@code Call Decoding Verdict Search Timeline Read
 * Webhook Budget Stores Outbox Footprint Starts Service}.
 */
final class Measure {
  private static final int ROUNDS = 5;

  private final List<String> wanted;
  private final List<FigureRow> rows = new ArrayList<>();
  private final Map<String, Double> scores = new HashMap<>();

  private Measure(List<String> wanted) {
    this.wanted = wanted;
  }

  /** Measures. */
  public static void main(String[] args) throws Exception {
    var measure = new Measure(List.of(args));
    measure.calls();
    measure.rules();
    measure.webhooks();
    measure.twin();
    measure.budget();
    measure.stores();
    measure.processes();
    measure.service();
    System.out.println("| what | measured | against | measured | ratio | limit | |");
    System.out.println("| --- | ---: | --- | ---: | ---: | --- | --- |");
    measure.rows.forEach(System.out::println);
  }

  private void calls() throws RunnerException, InterruptedException {
    if (wants("Call")) {
      if (Processor.canBind()) {
        turns("one", "one processor", atMost("1.10"));
      } else {
        System.err.println("The call on one processor is left out: there is no taskset here.");
      }
      turns("any", "any", atMost("1.10"));
      measure(options(CallBenchmark.class));
      add("bytes allocated by it", "adapter B", "OkHttp and Jackson", "okhttp B", atMost("1.25"));
      add(
          "bytes allocated by it",
          "adapter B",
          "Retrofit and Jackson",
          "retrofit B",
          atMost("1.25"));
    }
    if (run("Decoding", DecodingBenchmark.class)) {
      add("decoding 100 conversations, µs", "domain", "data binding", "binding", atMost("1.25"));
      add("bytes allocated by it", "domain B", "data binding", "binding B", FigureLimit.NONE);
    }
  }

  private void turns(String processor, String where, FigureLimit limit) throws RunnerException {
    // It takes longer if the compiler shares a processor with what it compiles.
    measure(options(TurnBenchmark.class).param("processor", processor).warmupIterations(12));
    for (var kind : List.of("adapter", "okhttp", "retrofit")) {
      scores.put(kind, score("turn " + kind) / score("turn calls") / 1000);
    }
    var what = "a get through the adapter on " + where + ", µs";
    add(what, "adapter", "OkHttp and Jackson", "okhttp", limit);
    add(what, "adapter", "Retrofit and Jackson", "retrofit", limit);
  }

  private void rules() throws RunnerException {
    if (run("Verdict", VerdictBenchmark.class)) {
      addAlone("a verdict that is allowed, ns", "verdict", atMost("30"));
      addAlone("bytes allocated by it", "verdict B", FigureLimit.NOTHING);
    }
  }

  private void webhooks() throws RunnerException {
    if (run("Webhook", WebhookBenchmark.class)) {
      addAlone("webhooks of 2 KB received, a second", "receive", atLeast("50000"));
      add(
          "webhooks of 2 KB received, a second",
          "receive",
          "the JDK's `Mac` alone",
          "sign",
          atLeast("0.8"));
    }
  }

  private void twin() throws RunnerException {
    if (run("Search", SearchBenchmark.class)) {
      add("a stream finding 10 of 1,000,000, µs", "stream", "the twin", "twin", atLeast("100"));
    }
    if (run("Timeline", TimelineBenchmark.class)) {
      add("a page amid 100,000 entries, µs", "middle", "the newest page", "newest", atMost("1.2"));
      add("a page at their beginning, µs", "oldest", "the newest page", "newest", atMost("1.2"));
    }
    if (run("Read", ReadBenchmark.class)) {
      add(
          "the twin's reads on 2 threads, a µs",
          "twin",
          "`ConcurrentHashMap`",
          "map",
          atLeast("0.3"));
    }
  }

  private void budget() throws RunnerException {
    if (run("Budget", BudgetBenchmark.class)) {
      addAlone("a permit on an idle lock, ns", "permit", atMost("200"));
      add("100,000 permits by 200 threads, ms", "crowd", "by one", "alone", atMost("2"));
    }
  }

  private void stores() throws Exception {
    if (wants("Stores")) {
      rows.addAll(StoreFigures.ofRedis());
      rows.addAll(StoreFigures.ofPostgres());
    }
    if (wants("Outbox")) {
      rows.addAll(OutboxFigures.all());
    }
  }

  private void processes() throws IOException, InterruptedException {
    if (wants("Footprint")) {
      rows.add(Processes.footprint());
    }
    if (wants("Starts")) {
      rows.addAll(Processes.starts());
    }
  }

  /** The start needs an earlier build to be held against: the property tells where it is. */
  private void service() throws Exception {
    if (wants("Service")) {
      var house = Path.of("").toAbsolutePath();
      var before = System.getProperty("inboxport.before", "");
      if (before.isEmpty()) {
        System.err.println("The start of the sandbox is left out: BEFORE names no commit.");
      } else {
        rows.addAll(ServiceFigures.starts(house, Path.of(before)));
      }
      rows.addAll(ServiceFigures.load(house, Path.of(System.getProperty("inboxport.wiremock"))));
    }
  }

  private boolean wants(String name) {
    boolean wants = wanted.isEmpty() || wanted.contains(name);
    if (wants) {
      System.err.println("measuring " + name);
    }
    return wants;
  }

  private boolean run(String name, Class<?> benchmarks) throws RunnerException {
    boolean wants = wants(name);
    if (wants) {
      measure(options(benchmarks));
    }
    return wants;
  }

  /**
   * Runs benchmarks; the scores are there by the method's name, and what else was counted by that
   * and its own. They take turns, and the medians count: whatever else the machine does meets all
   * of them alike.
   */
  private void measure(ChainedOptionsBuilder options) throws RunnerException {
    var rounds = new HashMap<String, List<Double>>();
    for (int i = 0; i < ROUNDS; i++) {
      for (var result : new Runner(options.build()).run()) {
        var method = result.getPrimaryResult().getLabel();
        add(rounds, method, result.getPrimaryResult());
        result
            .getSecondaryResults()
            .forEach((what, other) -> add(rounds, method + " " + what, other));
      }
    }
    scores.clear();
    rounds.forEach((what, values) -> scores.put(what, FigureRow.median(values)));
  }

  private static void add(Map<String, List<Double>> rounds, String what, Result<?> result) {
    rounds
        .computeIfAbsent(what.replace("gc.alloc.rate.norm", "B"), w -> new ArrayList<>())
        .add(result.getScore());
  }

  private static ChainedOptionsBuilder options(Class<?> benchmarks) {
    // The memory is there before anything is measured, in large pages: where a machine hands memory
    // out slowly, the first round through a new heap takes longer than the code.
    return new OptionsBuilder()
        .include(benchmarks.getName().replace(".", "\\.") + "\\.")
        .forks(1)
        .warmupIterations(6)
        .warmupTime(TimeValue.seconds(1))
        .measurementIterations(2)
        .measurementTime(TimeValue.seconds(1))
        .addProfiler(GCProfiler.class)
        .jvmArgs("-Xms3g", "-Xmx3g", "-XX:+AlwaysPreTouch", "-XX:+UseTransparentHugePages")
        .verbosity(VerboseMode.SILENT)
        .shouldFailOnError(true);
  }

  private void add(String what, String ours, String against, String theirs, FigureLimit limit) {
    rows.add(new FigureRow(what, score(ours), against, score(theirs), limit));
  }

  private void addAlone(String what, String ours, FigureLimit limit) {
    rows.add(FigureRow.alone(what, score(ours), limit));
  }

  private double score(String name) {
    var score = scores.get(name);
    if (score == null) {
      throw new IllegalStateException("Nothing measured " + name + "; there is " + scores.keySet());
    }
    return score;
  }
}
