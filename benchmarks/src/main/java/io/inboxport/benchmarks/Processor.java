package io.inboxport.benchmarks;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;

/** The processors that a process may run on. */
final class Processor {
  private static final String FIRST = "0";

  private Processor() {}

  /** Returns whether this system can bind a process: Linux does, others have no {@code taskset}. */
  static boolean canBind() throws InterruptedException {
    try {
      return exitOf("taskset", "--cpu-list", FIRST, "true") == 0;
    } catch (IOException absent) {
      return false;
    }
  }

  /** Binds this process, with all its threads, to the first processor. */
  static void bind() throws IOException, InterruptedException {
    var self = String.valueOf(ProcessHandle.current().pid());
    if (exitOf("taskset", "--all-tasks", "--cpu-list", "--pid", FIRST, self) != 0) {
      throw new IllegalStateException("This process could not be bound to one processor.");
    }
  }

  private static int exitOf(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command)
        .redirectOutput(Redirect.DISCARD)
        .redirectError(Redirect.INHERIT)
        .start()
        .waitFor();
  }
}
