package io.inboxport.budget.shared;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;

/** Runner of one thread: exchanges run at once, and those for later when the test says so. */
public final class SteppedRunner implements StoreRunner {
  private final Queue<Runnable> later = new ArrayDeque<>();
  private final Queue<Runnable> held = new ArrayDeque<>();
  private boolean holds;

  @Override
  public void run(Runnable exchange) {
    if (holds) {
      held.add(exchange);
    } else {
      exchange.run();
    }
  }

  /** Lets no exchange reach the store from now on. */
  public void hold() {
    holds = true;
  }

  /** Lets exchanges reach the store again; those that were held go first. */
  public void release() {
    holds = false;
    while (!held.isEmpty()) {
      held.remove().run();
    }
  }

  @Override
  public void runLater(Duration delay, Runnable exchange) {
    later.add(exchange);
  }

  /** Runs what was put off until now. */
  public void runWhatIsLater() {
    for (int rest = later.size(); rest > 0; rest--) {
      later.remove().run();
    }
  }
}
