package io.inboxport.http;

import io.inboxport.testkit.http.HttpAnswer;
import io.inboxport.testkit.http.HttpDoor;
import io.inboxport.testkit.http.HttpHandler;
import io.inboxport.testkit.http.HttpRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A server that counts the requests that arrived whole: each could have been executed. */
final class FaultyServer implements AutoCloseable {
  private final AtomicInteger requests = new AtomicInteger();
  private final Queue<String> received = new ConcurrentLinkedQueue<>();
  private final HttpDoor door;
  private volatile @Nullable Misbehavior misbehavior;
  private volatile HttpAnswer answer = HttpAnswer.of(200, "");

  FaultyServer() {
    try {
      door = HttpDoor.open(0, null, new Handler());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI url() {
    return door.url().resolve("/v2");
  }

  /** Serves every request with this body, and counts from zero. */
  void serve(String body) {
    serve(200, body);
  }

  /** Answers every request so, and counts from zero. */
  void serve(int status, String body) {
    serve(HttpAnswer.of(status, body));
  }

  /** Answers every request so, and counts from zero. */
  void serve(HttpAnswer newAnswer) {
    answer = newAnswer;
    misbehavior = null;
    requests.set(0);
  }

  /** Does this to every request from now on, and counts from zero. */
  void misbehave(Misbehavior how) {
    misbehavior = how;
    requests.set(0);
    if (how == Misbehavior.CONNECTION_REFUSED) {
      close();
    }
  }

  /** Everything that arrived whole, decoded. */
  String received() {
    return URLDecoder.decode(String.join("\n", received), StandardCharsets.UTF_8);
  }

  /** Returns the number of requests that arrived whole. */
  int requests() {
    return requests.get();
  }

  @Override
  public void close() {
    door.close();
  }

  private final class Handler implements HttpHandler {
    @Override
    public boolean reads() {
      return misbehavior != Misbehavior.RESET_BEFORE_HEADERS;
    }

    @Override
    public HttpAnswer answer(HttpRequest request) {
      received.add(request.target() + "\n" + request.headers() + "\n" + request.body());
      requests.incrementAndGet();
      var how = misbehavior;
      return how == null ? answer : how.insteadOf(answer);
    }
  }
}
