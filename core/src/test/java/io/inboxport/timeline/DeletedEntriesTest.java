package io.inboxport.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inboxport.call.InboxException.NotFound;
import io.inboxport.call.InboxException.Rejected;
import io.inboxport.call.InboxException.UnreadableResponse;
import io.inboxport.call.Operation;
import io.inboxport.conversation.ConversationId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Walks over entries that are deleted meanwhile lose none of the others, or say so. */
class DeletedEntriesTest {
  private static final ConversationId ID = ConversationId.of("eit1");

  private final Store store = new Store(59, 20);
  private final List<String> walked = new ArrayList<>();

  @ParameterizedTest
  @EnumSource(Unknown.class)
  void behind_a_deleted_entry_the_walk_goes_on(Unknown unknown) {
    store.unknown = unknown;
    walkAndDelete(20, 40);

    assertThat(walked).containsExactlyElementsOf(numbers(59, 1));
  }

  @ParameterizedTest
  @ValueSource(ints = {21, 22, 24, 27, 28, 29, 30, 39, 40})
  void so_it_does_when_many_before_it_are_deleted_as_well(int last) {
    store.onceAsked(2, () -> store.ids.removeAll(numbers(last + 19, 40)));
    walkAndDelete();

    assertThat(walked).containsExactlyElementsOf(numbers(59, 1));
  }

  @Test
  void it_goes_on_over_pages_that_were_handed_out_from_the_eighth_entry_before() {
    var small = new Store(59, 2);
    small.onceAsked(11, () -> small.ids.removeAll(List.of("e40", "e41", "e42", "e44")));

    var came = Timeline.of(ID, small).stream().map(entry -> entry.id().value()).toList();

    assertThat(came).containsExactlyElementsOf(numbers(59, 1));
    assertThat(small.asked)
        .containsSubsequence("e40", "e41", "e42", "e44", "e48", "e46", "e43", "e38")
        .containsOnlyOnce("newest");
  }

  @Test
  void a_walk_goes_on_behind_20_deleted_entries_and_is_then_told_as_incomplete() {
    var small = new Store(59, 2);
    var timeline = Timeline.of(ID, small);

    assertThatThrownBy(
            () -> {
              for (var entry : timeline) {
                walked.add(entry.id().value());
                small.ids.remove(walked.size() % 2 == 0 ? entry.id().value() : "none");
              }
            })
        .isInstanceOf(UnreadableResponse.class)
        .hasMessageContaining("nothing that leads past entry e18: the timeline is incomplete");
    assertThat(walked).containsExactlyElementsOf(numbers(59, 18));
  }

  @Test
  void entries_that_arrive_meanwhile_are_not_handed_out_when_the_walk_begins_anew() {
    store.onceAsked(
        2,
        () -> {
          store.ids.removeAll(numbers(50, 40));
          store.ids.addAll(0, numbers(99, 60));
        });
    walkAndDelete();

    assertThat(walked).containsExactlyElementsOf(numbers(59, 1));
  }

  @Test
  void the_end_of_a_timeline_costs_one_request_more() {
    walkAndDelete();

    assertThat(walked).hasSize(59);
    assertThat(store.asked).containsExactly("newest", "e40", "e20", "e1", "e2");
  }

  @Test
  void a_timeline_of_one_entry_or_none_costs_none_more() {
    store.ids.subList(1, store.ids.size()).clear();
    walkAndDelete();
    assertThat(store.asked).containsExactly("newest", "e59");

    store.ids.clear();
    assertThat(Timeline.of(ID, store)).isEmpty();
  }

  @Test
  void the_last_entry_may_be_deleted_at_the_end() {
    store.onceAsked(4, () -> store.ids.removeAll(List.of("e1", "e2")));
    walkAndDelete();

    assertThat(walked).hasSize(59);
  }

  @Test
  void all_entries_may_be_deleted_meanwhile() {
    store.onceAsked(2, store.ids::clear);
    walkAndDelete();

    assertThat(walked).containsExactlyElementsOf(numbers(59, 40));
  }

  @Test
  void a_server_that_has_nothing_behind_any_entry_is_not_believed() {
    store.answersNothing = true;

    assertThatThrownBy(this::walkAndDelete)
        .isInstanceOf(UnreadableResponse.class)
        .hasMessageContaining("nothing that leads past entry e40: the timeline is incomplete");
    assertThat(walked).hasSize(20);
    assertThat(store.asked).hasSizeLessThan(10);
  }

  @Test
  void a_server_that_declines_every_entry_is_told_in_its_own_words() {
    store.declines = true;

    assertThatThrownBy(this::walkAndDelete)
        .isInstanceOf(Rejected.class)
        .hasMessageContaining("Failed to parse last_loaded_id");
    assertThat(store.asked).hasSizeLessThan(10);
  }

  @Test
  void a_conversation_that_is_gone_is_told_as_that() {
    store.onceAsked(2, () -> store.isGone = true);

    assertThatThrownBy(this::walkAndDelete).isInstanceOf(NotFound.class);
    assertThat(walked).hasSize(20);
    assertThat(store.asked).hasSizeLessThan(10);
  }

  @Test
  void a_walk_resumed_on_the_last_entry_ends() {
    assertThat(Timeline.of(ID, store).olderThan(TimelineEntryId.of("e1"))).isEmpty();
  }

  @Test
  void a_walk_resumed_on_a_deleted_entry_is_told_as_incomplete() {
    store.ids.remove("e30");

    assertThatThrownBy(
            () -> Timeline.of(ID, store).olderThan(TimelineEntryId.of("e30")).forEach(e -> {}))
        .isInstanceOf(UnreadableResponse.class);
    store.unknown = Unknown.DECLINED;
    store.asked.clear();
    assertThatThrownBy(
            () -> Timeline.of(ID, store).olderThan(TimelineEntryId.of("e30")).forEach(e -> {}))
        .isInstanceOf(Rejected.class);
    assertThat(store.asked).containsExactly("e30");
  }

  @ParameterizedTest
  @EnumSource(Unknown.class)
  void whatever_is_deleted_no_entry_that_stays_is_lost_and_none_comes_twice(Unknown unknown) {
    for (int seed = 0; seed < 500; seed++) {
      var random = new Random(seed);
      var many = new Store(1 + random.nextInt(30), 2 + random.nextInt(5));
      many.unknown = unknown;
      var came = new ArrayList<String>();
      try {
        for (var entry : Timeline.of(ID, many)) {
          came.add(entry.id().value());
          if (random.nextInt(4) == 0 && !many.ids.isEmpty()) {
            many.ids.remove(random.nextInt(many.ids.size()));
          }
        }
      } catch (UnreadableResponse | Rejected | NotFound e) {
        assertThat(came).as("seed %d", seed).doesNotHaveDuplicates();
        continue; // Told as incomplete.
      }
      assertThat(came).as("seed %d", seed).doesNotHaveDuplicates().containsAll(many.ids);
    }
  }

  /** Walks to the end, and deletes these entries as soon as they were handed out. */
  private void walkAndDelete(int... numbers) {
    var timeline = Timeline.of(ID, store);
    for (var entry : timeline) {
      walked.add(entry.id().value());
      if (IntStream.of(numbers).anyMatch(n -> entry.id().value().equals("e" + n))) {
        store.ids.remove(entry.id().value());
      }
    }
  }

  private static List<String> numbers(int from, int to) {
    return IntStream.rangeClosed(0, from - to).mapToObj(i -> "e" + (from - i)).toList();
  }

  /** The server's answer to an entry that it does not have. */
  enum Unknown {
    NOTHING,
    DECLINED,
    NOT_FOUND
  }

  /** A timeline of ids, newest first. */
  private static final class Store implements TimelineSource {
    private final List<String> ids;
    private final int size;
    private final List<String> asked = new ArrayList<>();
    private Unknown unknown = Unknown.NOTHING;
    private boolean answersNothing;
    private boolean declines;
    private boolean isGone;
    private int when = -1;
    private Runnable change = () -> {};

    Store(int entries, int size) {
      this.ids = new ArrayList<>(numbers(entries, 1));
      this.size = size;
    }

    /** Before it answers for the n-th time, this happens. */
    void onceAsked(int times, Runnable newChange) {
      when = times;
      change = newChange;
    }

    @Override
    public TimelinePage olderThan(@Nullable TimelineEntryId cursor) {
      asked.add(cursor == null ? "newest" : cursor.value());
      if (asked.size() == when) {
        change.run();
      }
      int at = cursor == null ? -1 : ids.indexOf(cursor.value());
      boolean isUnknown = cursor != null && at < 0;
      if (cursor != null && (declines || (isUnknown && unknown == Unknown.DECLINED))) {
        throw new Rejected(Operation.TIMELINE, ID, 400, "Failed to parse last_loaded_id");
      }
      if (isGone || (isUnknown && unknown == Unknown.NOT_FOUND)) {
        throw new NotFound(Operation.TIMELINE, ID);
      }
      var page =
          isUnknown || (cursor != null && answersNothing)
              ? List.<String>of()
              : ids.subList(at + 1, Math.min(ids.size(), at + 1 + size));
      return new TimelinePage(page.stream().map(ScriptedSource::entry).toList(), List.of());
    }
  }
}
