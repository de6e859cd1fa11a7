package io.inboxport.testkit.http;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Bound on the bytes that all requests of a door may hold at once, so that many large ones do not
 * take all memory. Thread-safe.
 */
final class BodyAllowance {
  /** Room for four of the largest bodies. */
  private static final int BYTES = 4 * HttpRequestReader.MAX_BODY;

  private static final long PATIENCE_SECONDS = 10;

  private final Semaphore bytes = new Semaphore(BYTES, true);

  /** Waits until there is room for this much more. */
  void take(int more) throws UnreadableRequest {
    try {
      if (bytes.tryAcquire(more, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new UnreadableRequest(
        503,
        "Other requests hold all " + BYTES + " bytes that bodies may take: send it again later.");
  }

  void giveBack(int all) {
    bytes.release(all);
  }
}
