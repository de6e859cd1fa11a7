package io.inboxport.inmemory;

import static io.inboxport.inmemory.InboundItem.directMessage;
import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.ConversationQuery;
import io.inboxport.conversation.Status;
import io.inboxport.timeline.TimelineEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RaceTest extends Twin {
  private static final int THREADS = 4;
  private static final int ROUNDS = 400;

  private final ConversationId id = twin.receive(directMessage());

  @Test
  void no_note_is_lost_and_each_thread_sees_its_own() throws Exception {
    race(
        thread -> {
          for (int i = 0; i < ROUNDS; i++) {
            var note = twin.addNote(id, thread + ":" + i);
            assertThat(inbox.timeline(id).stream().anyMatch(note::equals)).isTrue();
          }
        });

    var notes = twin.notes(id).stream().map(TimelineEntry::content).toList();
    assertThat(notes).hasSize(THREADS * ROUNDS);
    for (int t = 0; t < THREADS; t++) {
      var ofThread = t + ":";
      assertThat(notes)
          .filteredOn(note -> note.startsWith(ofThread))
          .isEqualTo(IntStream.range(0, ROUNDS).mapToObj(i -> ofThread + i).toList());
    }
  }

  @Test
  void no_page_is_torn() throws Exception {
    race(
        thread -> {
          for (int i = 0; i < ROUNDS; i++) {
            if (thread % 2 == 0) {
              twin.customerSays(id, "Hello");
            } else {
              var page = numbers(twin.timeline(id, null).entries());
              assertThat(page).isEqualTo(consecutive(page));
            }
          }
        });
  }

  @Test
  void an_item_is_in_one_status_at_a_time() throws Exception {
    var either = ConversationQuery.all().withStatus(Status.OPEN, Status.CLOSED);
    race(
        thread -> {
          for (int i = 0; i < ROUNDS; i++) {
            twin.setStatus(id, i % 2 == 0 ? Status.CLOSED : Status.OPEN);
            assertThat(twin.list(either).total()).hasValue(1);
            assertThat(twin.list(ConversationQuery.open()).items())
                .allSatisfy(item -> assertThat(item.status()).isEqualTo(Status.OPEN));
          }
        });
  }

  @Test
  void no_id_is_given_twice() throws Exception {
    race(
        thread -> {
          for (int i = 0; i < ROUNDS; i++) {
            assertThat(twin.get(twin.receive(directMessage()))).isNotNull();
          }
        });

    assertThat(twin.list(ConversationQuery.all()).total()).hasValue(1 + THREADS * ROUNDS);
  }

  private interface Runner {
    void run(int thread);
  }

  private static void race(Runner runner) throws Exception {
    var threads = Executors.newFixedThreadPool(THREADS);
    try {
      var runs = new ArrayList<Callable<Boolean>>();
      for (int t = 0; t < THREADS; t++) {
        int thread = t;
        runs.add(
            () -> {
              runner.run(thread);
              return true;
            });
      }
      for (var run : threads.invokeAll(runs)) {
        assertThat(run.get()).isTrue();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static List<Long> numbers(List<TimelineEntry> entries) {
    return entries.stream().map(entry -> IssuedIds.entryNumber(entry.id())).toList();
  }

  private static List<Long> consecutive(List<Long> page) {
    return IntStream.range(0, page.size()).mapToObj(i -> page.get(0) - i).toList();
  }
}
