package io.inboxport.benchmarks;

import io.inboxport.conversation.ConversationId;
import io.inboxport.inmemory.InMemoryInboxGateway;
import io.inboxport.inmemory.InboundItem;
import io.inboxport.timeline.TimelineEntryId;
import io.inboxport.timeline.TimelinePage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Pages of a timeline with 100,000 entries. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class TimelineBenchmark {
  private static final int SIZE = 100_000;

  private final InMemoryInboxGateway twin = InMemoryInboxGateway.create();
  private final ConversationId id = twin.receive(InboundItem.directMessage());
  private final List<TimelineEntryId> entries = entries();

  /** The newest page. */
  @Benchmark
  public TimelinePage newest() {
    return page(null);
  }

  /** A page half-way back. */
  @Benchmark
  public TimelinePage middle() {
    return page(entries.get(SIZE / 2));
  }

  /** A page near the beginning. */
  @Benchmark
  public TimelinePage oldest() {
    return page(entries.get(50));
  }

  private TimelinePage page(@Nullable TimelineEntryId cursor) {
    return twin.timeline(id, cursor);
  }

  private List<TimelineEntryId> entries() {
    var ids = new ArrayList<TimelineEntryId>();
    for (int i = 0; i < SIZE; i++) {
      ids.add(twin.customerSays(id, "Message " + i));
    }
    return ids;
  }
}
