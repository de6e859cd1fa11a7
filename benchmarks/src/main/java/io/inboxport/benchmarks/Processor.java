package io.inboxport.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;

/** The processors that a process may run on. */
final class Processor {
  private Processor() {}

  /**
   * Binds this process, with all its threads, to the first processor, by the system's own tool.
   *
   * @throws IOException if there is no {@code taskset}, as on systems other than Linux
   * @throws IllegalStateException if the system does not let this process have that processor
   */
  static void bind() throws IOException, InterruptedException {
    var self = String.valueOf(ProcessHandle.current().pid());
    var bind =
        new ProcessBuilder("taskset", "--all-tasks", "--cpu-list", "--pid", "0", self)
            .redirectErrorStream(true)
            .start();
    var said = new String(bind.getInputStream().readAllBytes(), UTF_8).strip();
    if (bind.waitFor() != 0) {
      throw new IllegalStateException("Not bound to one processor: " + said);
    }
  }
}
