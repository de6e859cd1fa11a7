package io.inboxport.benchmarks;

import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.inmemory.InMemoryInboxGateway;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;

/** Two threads that read one of 100,000 conversations each, here and there. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Threads(2)
public class ReadBenchmark {
  private static final int SIZE = 100_000;

  private final InMemoryInboxGateway twin = Populations.twinOf(SIZE);
  private final ConversationId[] ids = new ConversationId[SIZE];
  private final ConcurrentHashMap<ConversationId, Conversation> map = new ConcurrentHashMap<>();

  /** Fills the map with the same. Callers do not ask with the very object that is the key. */
  public ReadBenchmark() {
    for (int i = 0; i < SIZE; i++) {
      ids[i] = Populations.id(i + 1);
      var conversation = twin.get(ids[i]);
      map.put(conversation.id(), conversation);
    }
  }

  /** Place of a thread. Steps widely, so that no cache holds what comes next. */
  @State(Scope.Thread)
  public static class Place {
    private int index;

    int next() {
      index = (index + 7919) % SIZE;
      return index;
    }
  }

  /** The twin. */
  @Benchmark
  public Conversation twin(Place place) {
    return twin.get(ids[place.next()]);
  }

  /** The map. */
  @Benchmark
  public Conversation map(Place place) {
    return Objects.requireNonNull(map.get(ids[place.next()]));
  }
}
