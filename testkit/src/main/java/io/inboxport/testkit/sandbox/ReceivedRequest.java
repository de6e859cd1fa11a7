package io.inboxport.testkit.sandbox;

import io.inboxport.call.Operation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request that came in, and what became of it. Immutable.
 *
 * <p>Holds neither account id nor API key of the caller. {@code toString} tells no text.
 */
public final class ReceivedRequest {
  private final Instant at;
  private final String method;
  private final String path;
  private final @Nullable Operation operation;
  private final Map<String, List<String>> query;
  private final Map<String, List<String>> form;
  private final boolean executed;
  private final int status;

  ReceivedRequest(
      Instant at,
      String method,
      String path,
      @Nullable Operation operation,
      Map<String, List<String>> query,
      Map<String, List<String>> form,
      boolean executed,
      int status) {
    this.at = at;
    this.method = method;
    this.path = path;
    this.operation = operation;
    this.query = query;
    this.form = form;
    this.executed = executed;
    this.status = status;
  }

  /** The size of what it holds, in characters. */
  long characters() {
    return path.length() + characters(query) + characters(form);
  }

  private static long characters(Map<String, List<String>> fields) {
    long sum = 0;
    for (var field : fields.entrySet()) {
      sum += field.getKey().length();
      for (var value : field.getValue()) {
        sum += value.length();
      }
    }
    return sum;
  }

  /** The time at which it came, by the sandbox's clock. */
  public Instant at() {
    return at;
  }

  /** The method. */
  public String method() {
    return method;
  }

  /** The path as it came, without the query. */
  public String path() {
    return path;
  }

  /** The call it is; empty if it is none, or is not let in. */
  public Optional<Operation> operation() {
    return Optional.ofNullable(operation);
  }

  /**
   * The query, decoded; empty if it cannot be, or if the request was refused before it was read
   * (401, 404, 405, 429).
   */
  public Map<String, List<String>> query() {
    return query;
  }

  /** The form, decoded, its names with their brackets; empty whenever the query would be. */
  public Map<String, List<String>> form() {
    return form;
  }

  /** Returns whether the call was executed, be the answer heard or not. */
  public boolean executed() {
    return executed;
  }

  /** The status of the answer; 0 if the connection was closed instead. */
  public int status() {
    return status;
  }

  @Override
  public String toString() {
    return "ReceivedRequest["
        + (method + " " + path + " -> " + status)
        + (executed ? ", executed]" : "]");
  }
}
