package io.inboxport.budget.shared;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;

/** Runner of one thread: exchanges run at once, and those for later when the test says so. */
public final class SteppedRunner implements StoreRunner {
  private final Queue<Runnable> later = new ArrayDeque<>();

  @Override
  public void run(Runnable exchange) {
    exchange.run();
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
