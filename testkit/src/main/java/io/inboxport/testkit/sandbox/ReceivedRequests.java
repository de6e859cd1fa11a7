package io.inboxport.testkit.sandbox;

import io.inboxport.call.Operation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Requests that came in through the API's door. Bounded, thread-safe. */
public final class ReceivedRequests {
  /** The number of requests remembered, the latest; all are counted. */
  public static final int REMEMBERED = 1_000;

  /** The characters of queries and forms remembered at most: 1,000 large bodies take gigabytes. */
  private static final long MOST_CHARACTERS = 16L << 20;

  private final Deque<ReceivedRequest> requests = new ArrayDeque<>();
  private final Map<Operation, Long> executed = new EnumMap<>(Operation.class);
  private final Map<Operation, Long> seen = new EnumMap<>(Operation.class);
  private long characters;
  private long total;

  ReceivedRequests() {}

  synchronized void add(ReceivedRequest request) {
    requests.add(request);
    characters += request.characters();
    while (requests.size() > REMEMBERED || (characters > MOST_CHARACTERS && requests.size() > 1)) {
      characters -= requests.removeFirst().characters();
    }
    total++;
    request.operation().ifPresent(operation -> seen.merge(operation, 1L, Long::sum));
    if (request.executed()) {
      request.operation().ifPresent(operation -> executed.merge(operation, 1L, Long::sum));
    }
  }

  /**
   * The requests in the order they were answered; the latest {@value #REMEMBERED} of them, or fewer
   * if their queries and forms have more than 16 million characters.
   */
  public synchronized List<ReceivedRequest> requests() {
    return new ArrayList<>(requests);
  }

  /**
   * The number of requests that came in, refused ones included; what is not HTTP is not counted.
   */
  public synchronized long total() {
    return total;
  }

  /**
   * The number of calls of this operation that were let in; one refused with 401 or 429 counts in
   * {@link #total} only.
   */
  public synchronized long count(Operation operation) {
    return seen.getOrDefault(operation, 0L);
  }

  /** The number of calls of this operation that were executed. */
  public synchronized long executed(Operation operation) {
    return executed.getOrDefault(operation, 0L);
  }

  /** The number of calls that were executed. */
  public synchronized long executed() {
    return executed.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Forgets all of it. */
  public synchronized void clear() {
    requests.clear();
    characters = 0;
    executed.clear();
    seen.clear();
    total = 0;
  }
}
