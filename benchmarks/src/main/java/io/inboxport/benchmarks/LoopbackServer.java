package io.inboxport.benchmarks;

import io.inboxport.testkit.http.HttpAnswer;
import io.inboxport.testkit.http.HttpDoor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;

/**
 * Answers every GET with the same bytes, and allocates nothing while it does: what is measured
 * beside it is the client.
 */
final class LoopbackServer implements AutoCloseable {
  private final HttpDoor door;

  private LoopbackServer(HttpDoor door) {
    this.door = door;
  }

  static LoopbackServer answering(String json) {
    try {
      return new LoopbackServer(
          HttpDoor.repeating(HttpAnswer.of(200, json).with("Content-Type", "application/json")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI url() {
    return door.url().resolve("/");
  }

  @Override
  public void close() {
    door.close();
  }
}
