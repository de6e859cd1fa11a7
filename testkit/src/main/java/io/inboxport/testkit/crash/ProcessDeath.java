package io.inboxport.testkit.crash;

import java.io.Serial;

/** Death of a process in a test. Nothing that the process does afterwards has an effect. */
public final class ProcessDeath extends Error {
  @Serial private static final long serialVersionUID = 1;

  ProcessDeath() {
    super("The process is dead.");
  }
}
