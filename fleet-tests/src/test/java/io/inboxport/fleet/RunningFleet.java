package io.inboxport.fleet;

import io.inboxport.testkit.sandbox.CallLimits;
import io.inboxport.testkit.sandbox.ReceivedRequest;
import io.inboxport.testkit.sandbox.Sandbox;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** Fleet of real processes against a sandbox with the documented limits. */
final class RunningFleet implements AutoCloseable {
  private static final int THREADS = 20;

  private final Sandbox sandbox =
      Sandbox.builder().credentials(FleetProcess.ACCOUNT, FleetProcess.KEY).start();
  private final List<Process> processes = new ArrayList<>();
  private final URI store;
  private final Random random;
  private final Instant start = Instant.now();
  private int kills;

  RunningFleet(URI store, int size, long seed) throws IOException {
    this.store = store;
    this.random = new Random(seed);
    sandbox.limit(CallLimits.documented());
    for (int i = 0; i < size; i++) {
      processes.add(startProcess());
    }
  }

  private Process startProcess() throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var clockError = Duration.ofMinutes(random.nextInt(600) - 300);
    return new ProcessBuilder(
            java,
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx96m",
            "-cp",
            System.getProperty("java.class.path"),
            FleetProcess.class.getName(),
            sandbox.url().toString(),
            store.toString(),
            String.valueOf(THREADS),
            clockError.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** Lets the fleet work for this long, and kills a random process every few seconds. */
  void work(Duration length) throws Exception {
    long end = System.nanoTime() + length.toNanos();
    while (end - System.nanoTime() > 0) {
      long pause = Math.min(end - System.nanoTime(), (3L + random.nextInt(4)) * 1_000_000_000);
      TimeUnit.NANOSECONDS.sleep(Math.max(1, pause));
      int victim = random.nextInt(processes.size());
      processes.get(victim).destroyForcibly().waitFor();
      kills++;
      processes.set(victim, startProcess());
    }
  }

  int kills() {
    return kills;
  }

  /** Returns how many requests were refused because of a limit. */
  long refused() {
    return received().stream().filter(request -> request.status() == 429).count();
  }

  int arrived() {
    return received().size();
  }

  /** The largest number of requests in any minute. */
  int most() {
    var times = received().stream().map(ReceivedRequest::at).sorted().toList();
    int most = 0;
    int oldest = 0;
    for (int newest = 0; newest < times.size(); newest++) {
      while (Duration.between(times.get(oldest), times.get(newest)).toSeconds() >= 60) {
        oldest++;
      }
      most = Math.max(most, newest - oldest + 1);
    }
    return most;
  }

  /** The share of what one exact window allows, from the start until now, that was used. */
  double share() {
    double windows = Duration.between(start, Instant.now()).toMillis() / 60_250.0;
    double allowed = 60 * Math.ceil(windows);
    return arrived() / allowed;
  }

  private List<ReceivedRequest> received() {
    return sandbox.received().requests();
  }

  @Override
  public void close() {
    for (var process : processes) {
      process.destroyForcibly().onExit().join();
    }
    sandbox.close();
  }
}
