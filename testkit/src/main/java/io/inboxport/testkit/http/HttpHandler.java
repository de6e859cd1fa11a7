package io.inboxport.testkit.http;

/** Answers the requests of an {@link HttpDoor}, on the threads of its connections. */
@FunctionalInterface
public interface HttpHandler {
  /**
   * Returns the answer to a request that came whole.
   *
   * <p>If it throws a {@code RuntimeException}, the client gets {@link #refusal} with status 500.
   */
  HttpAnswer answer(HttpRequest request);

  /**
   * Returns the answer to a request that this server refuses itself; by default the plain words.
   */
  default HttpAnswer refusal(int status, String words) {
    return HttpAnswer.of(status, words);
  }

  /**
   * Returns whether to read a request of which the first byte has come; by default, yes. If not,
   * the connection is reset.
   */
  default boolean reads() {
    return true;
  }
}
