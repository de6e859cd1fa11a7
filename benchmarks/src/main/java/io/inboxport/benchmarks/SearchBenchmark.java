package io.inboxport.benchmarks;

import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ConversationPage;
import io.inboxport.conversation.ConversationQuery;
import io.inboxport.conversation.Status;
import io.inboxport.inmemory.InMemoryInboxGateway;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Ten conversations out of a million. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SearchBenchmark {
  private static final int SIZE = 1_000_000;

  private final InMemoryInboxGateway twin = Populations.twinOf(SIZE);
  private final List<Conversation> list =
      IntStream.rangeClosed(1, SIZE).mapToObj(n -> twin.get(Populations.id(n))).toList();
  private final ConversationQuery query =
      ConversationQuery.open().tagged(Populations.RARE).atMost(100);

  /** By the twin's index. */
  @Benchmark
  public ConversationPage twin() {
    return twin.list(query);
  }

  /** By looking at each. */
  @Benchmark
  public List<Conversation> stream() {
    return list.stream()
        .filter(c -> c.status().equals(Status.OPEN))
        .filter(
            c ->
                c.tags().orElseThrow().stream()
                    .anyMatch(tag -> tag.name().equals(Populations.RARE.value())))
        .limit(100)
        .toList();
  }

  /** Both find the same. */
  @Setup
  public void check() {
    if (twin().items().size() != 10 || stream().size() != 10) {
      throw new IllegalStateException("Ten were to be found.");
    }
  }
}
