package io.inboxport.benchmarks;

import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.timeline.TimelineEntry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures the memory of a conversation: in the twin, and as the same values in a plain {@link
 * HashMap}. One process measures one of the two, and prints the bytes.
 */
final class Footprint {
  private static final int SIZE = 200_000;

  private record Held(Conversation conversation, List<TimelineEntry> timeline) {}

  private Footprint() {}

  /** Takes {@code twin} or {@code map}. */
  public static void main(String[] args) throws InterruptedException {
    long before = used();
    Object held = args[0].equals("twin") ? Populations.twinOf(SIZE) : map();
    long after = used();
    System.out.println((after - before) / SIZE);
    // Held until here.
    if (held.hashCode() == 42) {
      System.out.println();
    }
  }

  /** Copies, so that nothing of the twin stays alive, and what values share is shared here too. */
  private static Map<ConversationId, Held> map() {
    var twin = Populations.twinOf(SIZE);
    var map = new HashMap<ConversationId, Held>();
    for (int number = 1; number <= SIZE; number++) {
      var conversation = twin.get(Populations.id(number));
      map.put(
          conversation.id(),
          new Held(conversation, twin.timeline(conversation.id(), null).entries()));
    }
    return map;
  }

  private static long used() throws InterruptedException {
    var runtime = Runtime.getRuntime();
    for (int i = 0; i < 4; i++) {
      System.gc();
      Thread.sleep(50);
    }
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
